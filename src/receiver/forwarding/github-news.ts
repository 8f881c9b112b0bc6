import { at } from '../../core/transports/fill.ts'
import type { Change } from './forwarder.ts'
import { isMarked } from './markdown.ts'
import { answerOf, forCustomer, readHook, textsOf } from './read-hook.ts'
import { hubSigned } from './signature.ts'

// On an open repository anybody may comment; only these speak for it.
const staff = ['OWNER', 'MEMBER', 'COLLABORATOR']

/**
 * What a webhook of GitHub's says of an issue: closed, opened again, and, where the owner wants it, what members comment.
 * Not: comments of apps and of strangers, on pull requests, and our own, which end in their marker.
 * Checked 2026-11-22: https://docs.github.com/en/webhooks/webhook-events-and-payloads#issue_comment
 */
export async function githubNews(
  { secret, repository, comments }: { secret: string; repository: string; comments?: 'public' | undefined },
  request: Request,
  body: Uint8Array,
): Promise<readonly Change[] | undefined> {
  const { headers } = request
  if (!(await hubSigned(secret, headers.get('X-Hub-Signature-256'), body))) return undefined

  const said = readHook(request, body)
  const text = textsOf(said)
  const number = at(said, 'issue.number')
  const isOurs = text('repository.full_name')?.toLowerCase() === repository.toLowerCase()
  if (!isOurs || !Number.isInteger(number) || at(said, 'issue.pull_request')) return []

  const reference = `#${String(number)}`
  const [event, action] = [headers.get('X-GitHub-Event'), text('action')]
  if (event === 'issues' && (action === 'closed' || action === 'reopened')) {
    const stamp = text('issue.updated_at')
    // Not the delivery's id: that stands in a header, which is not signed, and an old piece of news must not pass for a new one.
    const id = `${action}:${String(number)}:${stamp ?? headers.get('X-GitHub-Delivery') ?? ''}`
    return [{ reference, id, status: action === 'closed' ? 'closed' : 'open', ...(stamp && { at: stamp }) }]
  }

  const written = text('comment.body') ?? ''
  const counts = staff.includes(text('comment.author_association') ?? '') && text('comment.user.type') !== 'Bot'
  const told = comments === 'public' && counts && !isMarked(written) ? forCustomer(written) : ''
  if (event !== 'issue_comment' || action !== 'created' || !told) return []
  // By the comment's own id: a repository and its organisation may both tell of it.
  const answer = { reference, id: `comment:${String(at(said, 'comment.id'))}`, text: told }
  return [answerOf(answer, { at: text('comment.created_at'), name: text('comment.user.login'), avatar: text('comment.user.avatar_url') })]
}
