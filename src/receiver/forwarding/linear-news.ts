import { fromHex } from '../../core/support/from-hex.ts'
import { at } from '../../core/transports/fill.ts'
import { encode } from '../bytes.ts'
import type { Change } from './forwarder.ts'
import { isLinearId } from './linear-id.ts'
import { isMarked } from './markdown.ts'
import { answerOf, forCustomer, readHook, textsOf } from './read-hook.ts'
import { signed } from './signature.ts'
import type { StatusReader, TrackerState } from './tracker-status.ts'

export interface LinearNews {
  secret: string
  statusOf: StatusReader
  /** Whether comments are told. */
  comments: boolean
  /** A state by its id; undefined where there is none any more. */
  findState(id: string): Promise<TrackerState | undefined>
  /** What an issue was called in other teams. */
  formerNames(id: string): Promise<unknown>
}

// As Linear recommends it against old requests told again; each attempt of a delivery has its own time.
const tolerance = 60_000

/** A state as Linear describes it, in a webhook and by itself. */
export const linearState = (state: unknown): TrackerState => ({
  name: String(at(state, 'name') ?? ''), done: ['completed', 'canceled', 'duplicate'].includes(String(at(state, 'type'))),
})

const isName = (name: unknown): name is string => typeof name === 'string' && /^\w+-\d+$/.test(name)

/** The same news under each name of the issue: it gets another one in another team, and the receipt has the first. */
const underEach = (change: Change, former: unknown): Change[] =>
  [change.reference, ...(Array.isArray(former) ? former.filter(isName).slice(0, 20) : [])].map(reference => ({ ...change, reference }))

/**
 * What a webhook of Linear's says of an issue: its state, by type or as the owner named it, and, where the owner wants it, what people comment.
 * Not: comments of apps, of integrations and of people outside, and our own, which are known by their ids and their marker.
 * Checked 2026-11-22: https://linear.app/developers/webhooks, and LinearWebhookClient, IssueWebhookPayload and CommentWebhookPayload in
 * https://github.com/linear/linear (packages/sdk/src/webhooks/client.ts, schema.graphql)
 */
export async function linearNews(
  { secret, statusOf, comments, findState, formerNames }: LinearNews, request: Request, body: Uint8Array, now: number,
): Promise<readonly Change[] | undefined> {
  const mac = fromHex(request.headers.get('Linear-Signature') ?? '')
  if (!mac || !(await signed(encode(secret), new Uint8Array(body), mac))) return undefined
  const said = readHook(request, body)
  if (!(Math.abs(Number(at(said, 'webhookTimestamp')) - now) <= tolerance)) return undefined
  const text = textsOf(said)
  const [type, action, id, stamp] = [text('type'), text('action'), text('data.id') ?? '', text('createdAt')]

  if (type === 'Issue' && action === 'update') {
    const [reference, left] = [text('data.identifier'), text('updatedFrom.stateId')]
    if (!isName(reference) || !left) return []
    const status = await statusOf(linearState(at(said, 'data.state')), () => findState(left))
    if (!status) return []
    const change: Change = { reference, id: `state:${id}:${text('data.updatedAt') ?? stamp ?? ''}`, status, ...(stamp && { at: stamp }) }
    return underEach(change, at(said, 'data.previousIdentifiers'))
  }

  const [reference, issue, written] = [text('data.issue.identifier'), text('data.issueId') ?? text('data.issue.id'), text('data.body') ?? '']
  const outside = ['data.botActor', 'data.externalUserId', 'data.externalUser'].some(path => at(said, path) != null)
  if (type !== 'Comment' || action !== 'create' || !comments || !isName(reference) || !issue || !text('data.userId') || outside) return []
  const told = isMarked(written) || (await isLinearId(id)) ? '' : forCustomer(written)
  if (!told) return []
  const name = text('data.user.name') ?? (text('actor.type') === 'user' ? text('actor.name') : undefined)
  const answer = answerOf({ reference, id: `comment:${id}`, text: told }, { at: text('data.createdAt'), name, avatar: text('data.user.avatarUrl') })
  return underEach(answer, await formerNames(issue))
}
