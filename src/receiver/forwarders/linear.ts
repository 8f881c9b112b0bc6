import type { Attachment } from '../../core/issue/issue.ts'
import { isRecord } from '../../core/support/json.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import { at } from '../../core/transports/fill.ts'
import { mediaType } from '../../core/transports/multipart.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { describeIssue } from '../forwarding/describe-issue.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { inTurn } from '../forwarding/in-turn.ts'
import { isFinal } from '../forwarding/is-final.ts'
import { linearId } from '../forwarding/linear-id.ts'
import { linearNews, linearState } from '../forwarding/linear-news.ts'
import { linkedFile } from '../forwarding/linked-file.ts'
import { asMarkdown, plainTitle } from '../forwarding/markdown.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'
import { statusReader, type StatusNames } from '../forwarding/tracker-status.ts'

export interface LinearOptions extends ForwarderOptions {
  /** A personal API key (`lin_api_…`), or `Bearer` and an OAuth token with the scopes `read`, `issues:create` and `comments:create`. */
  key: string
  /** The team's key (`ENG`) or its id. */
  team: string
  /** Ids of labels for each issue. */
  labels?: readonly string[]
  /** The webhook's signing secret. Without one nothing comes back. */
  secret?: string
  /** What your states mean for the customer, beside done or cancelled (closed) and not so any more (open): `{ 'In review': 'answered' }`. */
  statuses?: StatusNames
  /** `public`: whatever people comment is told the customer; Linear knows no internal comments. Default: only the status is. */
  comments?: 'public'
}

// Not documented; Linear has taken that much.
const longest = 100_000
const day = 86_400_000
// Linear waits 5 seconds for the answer to a webhook.
const whileHeard = 4_000
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const issueFields = '{ id identifier url createdAt }'
const queries = {
  team: 'query ($key: String!) { teams(filter: { key: { eq: $key } }, first: 1) { nodes { id } } }',
  issue: `query ($id: ID!) { issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes ${issueFields} } }`,
  comment: 'query ($id: ID!) { comments(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes { id } } }',
  state: 'query ($id: ID!) { workflowStates(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes { name type } } }',
  names: 'query ($id: ID!) { issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes { previousIdentifiers } } }',
  create: `mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue ${issueFields} } }`,
  reply: 'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { id } } }',
  upload:
    'mutation ($contentType: String!, $filename: String!, $size: Int!) { fileUpload(contentType: $contentType, filename: $filename, size: $size) ' +
    '{ uploadFile { uploadUrl assetUrl headers { key value } } } }',
}

/**
 * Issues of a team on Linear with their files, comments for what the customer says later, and back: the state, and answers.
 * Linear takes an id from whoever creates something, so the same issue cannot come to be twice; what its answer to a second one is, is
 * not documented: after any refusal of the input it is looked up by that id.
 * Checked 2026-11-22: https://linear.app/developers/graphql, https://linear.app/developers/rate-limiting, and the schema and the kinds of
 * errors in https://github.com/linear/linear (packages/sdk/src/schema.graphql, error.ts)
 */
export function linear({ key, team, labels, secret, statuses, comments, caseUrl, ...options }: LinearOptions): Forwarder {
  expectOption(typeof key === 'string' && key !== '', 'key', 'an API key', typeof key)
  expectOption(/^[\w-]+$/.test(team), 'team', 'a key (ENG) or an id', team)
  const service = openService({ ...options, name: 'Linear', base: 'https://api.linear.app/graphql', headers: { Authorization: key }, words })

  async function ask(query: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    const { said, status } = await service.call({ json: { query, variables }, signal })
    if (at(said, 'errors.0')) {
      const { code = 'transport/failed', detail, retry = 'later', afterMs } = refused(said, undefined, 0)
      throw new TransportError(code, `Linear refused: ${detail ?? 'no reason given'}`, { retry, status, ...(detail && { detail }), ...(afterMs && { afterMs }) })
    }
    const data = at(said, 'data')
    if (!isRecord(data)) throw service.foreign('data')
    return data
  }

  const statusOf = statusReader(statuses)

  let known: string | undefined
  async function teamId(signal: AbortSignal): Promise<string> {
    if (uuid.test(team)) return team
    known ??= String(at(await ask(queries.team, { key: team }, signal), 'teams.nodes.0.id') ?? '')
    if (known) return known
    known = undefined
    throw new TransportError('transport/not-found', `Linear has no team "${team}", or the key may not see it`, { retry: 'later', detail: `No team "${team}"` })
  }

  /** Creates it, unless it is there: the id says so. */
  async function once<T>(find: () => Promise<T | undefined>, again: boolean, create: () => Promise<T>): Promise<T> {
    const found = again ? await find() : undefined
    if (found) return found
    return create().catch(async (error: unknown) => {
      // By an attempt that Linear was still at, too.
      const there = isFinal(error) ? await find() : undefined
      if (there) return there
      throw error
    })
  }

  /** The address under which Linear has it. */
  async function upload({ name, type, bytes }: Attachment, signal: AbortSignal): Promise<string> {
    const contentType = mediaType(type)
    const data = await ask(queries.upload, { contentType, filename: name, size: bytes.byteLength }, signal)
    const file = at(data, 'fileUpload.uploadFile')
    const [place, asset, given] = [at(file, 'uploadUrl'), at(file, 'assetUrl'), at(file, 'headers')]
    if (typeof place !== 'string' || typeof asset !== 'string') throw service.foreign('a place for a file')
    const headers: Record<string, string> = { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=31536000' }
    for (const one of Array.isArray(given) ? given : []) headers[String(at(one, 'key'))] = String(at(one, 'value'))
    await openService({ ...options, name: 'Linear’s store of files', base: place }).call({ method: 'PUT', body: bytes, headers, signal })
    return asset
  }

  return {
    async send(issue, attachments, { signal, again = false }) {
      const id = await linearId(issue.id)
      const find = async () => at(await ask(queries.issue, { id }, signal), 'issues.nodes.0')
      const made = await once(find, again, async () => {
        const { title, parts } = describeIssue(issue)
        const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
        const description = asMarkdown(issue.id, parts, { most: longest, files, caseUrl: caseUrl?.(issue) })
        const input = { id, teamId: await teamId(signal), title: plainTitle(title), description, ...(labels && { labelIds: labels }) }
        return at(await ask(queries.create, { input }, signal), 'issueCreate.issue')
      })
      const [reference, url, createdAt] = [at(made, 'identifier'), at(made, 'url'), at(made, 'createdAt')]
      if (typeof reference !== 'string' || !reference) throw service.foreign('an issue that has an identifier')
      return {
        id: issue.id,
        reference,
        ...(typeof url === 'string' && { url }),
        acceptedAt: typeof createdAt === 'string' ? createdAt : service.isoNow(),
      }
    },

    async reply(receipt, message, { signal, attachments = [] }) {
      const [id, issueId] = [await linearId(message.id), await linearId(receipt.id)]
      const find = async () => at(await ask(queries.comment, { id }, signal), 'comments.nodes.0')
      const made = await once(find, false, async () => {
        const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
        const body = asMarkdown(message.id, messageParts(message), { most: longest, files })
        return at(await ask(queries.reply, { input: { id, issueId, body } }, signal), 'commentCreate.comment')
      })
      if (typeof at(made, 'id') !== 'string') throw service.foreign('a comment that has an id')
    },

    ...(secret && {
      hook(request: Request, body: Uint8Array) {
        const look = async (query: string, id: string, path: string) => at(await ask(query, { id }, AbortSignal.timeout(whileHeard)), path)
        return linearNews({
          secret, statusOf, comments: comments === 'public',
          findState: async id => {
            const found = await look(queries.state, id, 'workflowStates.nodes.0')
            return found === undefined ? undefined : linearState(found)
          },
          formerNames: id => look(queries.names, id, 'issues.nodes.0.previousIdentifiers'),
        }, request, body, service.now())
      },
    }),
  }
}

// Another time will not change them. All others, limits of the plan among them, a person or time does.
const final = ['invalid input', 'user error']

function refused(said: unknown, headers: Headers | undefined, now: number): OwnWords {
  const extensions = at(said, 'errors.0.extensions')
  const type = at(extensions, 'type')
  const words = at(extensions, 'userPresentableMessage') ?? at(said, 'errors.0.message')
  const detail = typeof words === 'string' ? words : undefined
  const limited = type === 'ratelimited' || at(extensions, 'code') === 'RATELIMITED'
  const resets = ['requests', 'complexity', 'endpoint-requests'].filter(kind => headers?.get(`x-ratelimit-${kind}-remaining`) === '0')
  const untilReset = Math.max(...resets.map(kind => Number(headers?.get(`x-ratelimit-${kind}-reset`)) - now), 0)
  const afterMs = headers?.has('retry-after') ? undefined : Math.min(untilReset || 60_000, day)
  const code = limited ? 'transport/busy' : type === 'authentication error' || type === 'forbidden' ? 'transport/unauthorized' : undefined
  const retry = final.includes(String(type)) ? 'never' : 'later'
  return { retry, ...(detail && { detail }), ...(code ? { code } : retry === 'never' && { code: 'transport/refused' }), ...(limited && afterMs && { afterMs }) }
}

/** Of answers that are no success: Linear says with 400 also what 401 and 429 are for. */
const words = (said: unknown, { headers }: Response, now: number): OwnWords => (at(said, 'errors.0') ? refused(said, headers, now) : {})
