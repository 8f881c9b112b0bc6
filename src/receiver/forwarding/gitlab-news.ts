import { at } from '../../core/transports/fill.ts'
import { encode, sha256 } from '../bytes.ts'
import { fits } from '../tokens.ts'
import type { Change } from './forwarder.ts'
import { isMarked } from './markdown.ts'
import { answerOf, forCustomer, readHook, textsOf } from './read-hook.ts'
import { standardSigned } from './signature.ts'

/** What a webhook of GitLab's is known by; where both are given, both must hold. */
export interface GitlabSecrets {
  /** The "Secret token": sent along as it is, in `X-Gitlab-Token`. */
  secret?: string | undefined
  /** The "Signing token", `whsec_…`: the body is signed with it as Standard Webhooks has it. Prefer it, where your GitLab has it. */
  signingToken?: string | undefined
}

/**
 * Whether a webhook is GitLab's. Checked 2026-11-22: https://docs.gitlab.com/user/project/integrations/webhooks/; the signing token by
 * https://gitlab.com/gitlab-org/gitlab/-/merge_requests/230944 and 231325, as the documentation did not have it yet.
 */
export async function isGitlabs({ secret, signingToken }: GitlabSecrets, request: Request, body: Uint8Array, now: number): Promise<boolean> {
  if (!secret && !signingToken) return false
  const token = request.headers.get('X-Gitlab-Token') ?? ''
  if (secret && !(await fits(token, await sha256(encode(secret))))) return false
  return !signingToken || standardSigned(signingToken, request, body, now)
}

/** GitLab writes dates in three ways. */
const iso = (stamp: unknown): string | undefined => {
  const time = typeof stamp === 'string' ? Date.parse(stamp.replace(/^(\S+) (\S+) UTC$/, '$1T$2Z')) : NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/**
 * What a webhook of GitLab's says of an issue: closed, opened again, and, where the owner wants it, what members comment.
 * Not: internal notes, what GitLab writes itself, and our own notes, which end in their marker.
 * @param isMember asked for the author of a comment: on an open project anybody may comment. Absent: comments are not told.
 */
export async function gitlabNews(
  { project, isMember }: { project: string; isMember?: (user: string) => Promise<boolean> },
  request: Request,
  body: Uint8Array,
): Promise<readonly Change[]> {
  const said = readHook(request, body)
  const text = textsOf(said)
  const names = [text('project.path_with_namespace')?.toLowerCase(), String(at(said, 'project.id'))]
  if (!names.includes(project.toLowerCase())) return []

  const kind = text('object_kind')
  const iid = at(said, kind === 'note' ? 'issue.iid' : 'object_attributes.iid')
  const action = text('object_attributes.action')
  if (!Number.isInteger(iid)) return []
  const reference = `#${String(iid)}`

  if (kind === 'issue' && (action === 'close' || action === 'reopen')) {
    const stamp = iso(at(said, 'object_attributes.updated_at'))
    // Not the delivery's id: a secret token does not sign it, and an old piece of news must not pass for a new one.
    const id = `${action}:${String(iid)}:${stamp ?? request.headers.get('Idempotency-Key') ?? ''}`
    return [{ reference, id, status: action === 'close' ? 'closed' : 'open', ...(stamp && { at: stamp }) }]
  }

  const written = text('object_attributes.note') ?? ''
  const author = at(said, 'object_attributes.author_id')
  const hidden = (['internal', 'confidential', 'system'] as const).some(flag => at(said, `object_attributes.${flag}`) === true)
  const told = hidden || isMarked(written) ? '' : forCustomer(written)
  const isNew = kind === 'note' && text('object_attributes.noteable_type') === 'Issue' && (action ?? 'create') === 'create'
  if (!isNew || !told || !Number.isInteger(author) || !(await isMember?.(String(author)))) return []
  const answer = { reference, id: `note:${String(at(said, 'object_attributes.id'))}`, text: told }
  return [answerOf(answer, { at: iso(at(said, 'object_attributes.created_at')), name: text('user.name'), avatar: text('user.avatar_url') })]
}
