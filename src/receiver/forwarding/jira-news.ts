import { isRecord } from '../../core/support/json.ts'
import { at } from '../../core/transports/fill.ts'
import { adfText } from './adf-text.ts'
import type { Change } from './forwarder.ts'
import { answerOf, readHook, textsOf } from './read-hook.ts'
import { hubSigned } from './signature.ts'
import type { StatusReader, TrackerState } from './tracker-status.ts'

export interface JiraNews {
  secret: string
  /** The project's key. */
  project: string
  statusOf: StatusReader
  /** A status by its id; undefined where there is none any more. */
  findStatus(id: string): Promise<TrackerState | undefined>
  /** A comment as the API has it; undefined where it is gone, or not for our eyes. Absent: comments are not told. */
  findComment?(key: string, id: string): Promise<unknown>
}

/** A status as Jira describes it, in a webhook and by itself. */
export const jiraState = (status: unknown): TrackerState => ({ name: String(at(status, 'name') ?? ''), done: at(status, 'statusCategory.key') === 'done' })

/** Jira writes the zone without a colon. */
function iso(stamp: unknown): string | undefined {
  const time = typeof stamp === 'string' ? Date.parse(stamp.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : typeof stamp === 'number' ? stamp : NaN
  return Number.isNaN(new Date(time).getTime()) ? undefined : new Date(time).toISOString()
}

/** What ends our own comments, in the last paragraph. */
export const jiraMark = (id: string): string => `earshot:${id}`

/** The last text of a document; undefined where it ends in something else. */
export function lastText(document: unknown): unknown {
  const content = at(document, 'content')
  return Array.isArray(content) ? at(content.at(-1), 'content.0.text') : undefined
}

// Who looks after the issue: neither an app nor a customer of a service desk. Without a restriction to a group or a role, and not internal.
const counts = (comment: unknown) =>
  at(comment, 'author.accountType') === 'atlassian' && at(comment, 'jsdPublic') !== false && at(comment, 'visibility') == null &&
  !String(lastText(at(comment, 'body'))).startsWith(jiraMark(''))

/**
 * What a webhook of Jira's says of an issue: its status, by category or as the owner named it, and, where the owner wants it, what people
 * comment. A comment is read anew over the API: in a webhook an internal one of a service desk has been seen to pass for public, and its
 * words are wiki markup there. A webhook carries no time that is signed, so each piece of news is known by its own id, and told again it counts once.
 * Not: internal and restricted comments, those of apps and of a desk's customers, and our own.
 * Checked 2026-11-22: https://developer.atlassian.com/cloud/jira/platform/webhooks/,
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/; the flag in webhooks by
 * https://gist.github.com/CodeMonk/9cc63730d9e0e47a92bdcf982927b93a
 */
export async function jiraNews(
  { secret, project, statusOf, findStatus, findComment }: JiraNews, request: Request, body: Uint8Array,
): Promise<readonly Change[] | undefined> {
  if (!(await hubSigned(secret, request.headers.get('X-Hub-Signature'), body))) return undefined
  const said = readHook(request, body)
  const text = textsOf(said)
  const [event, reference] = [text('webhookEvent'), text('issue.key') ?? '']
  if (!new RegExp(`^${project}-\\d+$`, 'i').test(reference)) return []

  if (event === 'jira:issue_updated') {
    const items = at(said, 'changelog.items')
    const moved = Array.isArray(items) ? items.filter(isRecord).findLast(item => item['fieldId'] === 'status' || item['field'] === 'status') : undefined
    if (!moved) return []
    const left = moved['from']
    const status = await statusOf(jiraState(at(said, 'issue.fields.status')), async () => (typeof left === 'string' ? findStatus(left) : undefined))
    const stamp = iso(at(said, 'timestamp'))
    return status ? [{ reference, id: `status:${reference}:${String(at(said, 'changelog.id') ?? stamp)}`, status, ...(stamp && { at: stamp }) }] : []
  }

  const id = text('comment.id') ?? ''
  if (event !== 'comment_created' || !/^\d+$/.test(id) || !findComment) return []
  const comment = await findComment(reference, id)
  const told = counts(comment) ? adfText(at(comment, 'body')) : ''
  if (!told) return []
  const of = textsOf(comment)
  return [answerOf({ reference, id: `comment:${id}`, text: told }, { at: iso(of('created')), name: of('author.displayName'), avatar: of('author.avatarUrls.48x48') })]
}
