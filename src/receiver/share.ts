import { authorize } from './access.ts'
import { encode, sha256, toBase64Url } from './bytes.ts'
import type { Context } from './context.ts'
import { visitOf } from './intake/visit.ts'
import { readObject } from './message.ts'
import { letters } from './reference.ts'
import { json, Refusal } from './refusal.ts'
import { addShare, openCode, removeShares } from './store-shares.ts'
import { findRequest } from './store-requests.ts'
import { createToken } from './tokens.ts'

const minutes = 10 * 60_000
const shape = /^[2-9A-HJKMNP-TV-Z]{8}$/

const newToken = ({ options: { random } }: Context): string => toBase64Url(random(new Uint8Array(32)))

// Keyed, because a hash of eight letters is soon tried out. No id has a blank in it, so no issue's token comes of it.
const hashOfCode = async ({ secret, options: { site } }: Context, code: string) => sha256(encode(createToken(secret, site, `code ${code}`)))

/** Only the receipt's own token shares: who was let in lets nobody in. */
async function owned(context: Context, request: Request, id: string): Promise<string> {
  const { seq, share } = await authorize(context, request, id)
  if (share !== undefined) throw new Refusal(403, 'Expected the token of the receipt itself, got a shared one.')
  return seq
}

/** Answers `POST {endpoint}/{id}/shares`. */
export async function shareIssue(context: Context, request: Request, id: string): Promise<Response> {
  const { query, random, clock } = context.options
  const seq = await owned(context, request, id)
  const [token, code] = [newToken(context), letters(random, 8)]
  const now = clock.now()
  const expiresAt = new Date(now + minutes).toISOString()
  await addShare(query, {
    issue: seq, tokenHash: await sha256(encode(token)), createdAt: new Date(now).toISOString(),
    codeHash: await hashOfCode(context, code), codeUntil: expiresAt,
  })
  return json({ token, code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt }, 201)
}

/** Answers `DELETE {endpoint}/{id}/shares`. */
export async function unshareIssue(context: Context, request: Request, id: string): Promise<Response> {
  await removeShares(context.options.query, await owned(context, request, id))
  return new Response(null, { status: 204 })
}

/** Answers `POST {endpoint}/open`: a code, as somebody types it, for a key of its own. Works once. */
export async function openShare(context: Context, request: Request): Promise<Response> {
  context.limitCodes(visitOf(request).who)
  const { query, site, clock } = context.options
  const { code } = await readObject(request, 'The code', clock)
  const typed = typeof code === 'string' && code.length < 40 ? code.toUpperCase().replace(/[^0-9A-Z]/g, '') : ''
  const token = newToken(context)
  const now = new Date(clock.now()).toISOString()
  const seq = shape.test(typed)
    ? await openCode(query, site, await hashOfCode(context, typed), await sha256(encode(token)), now) : undefined
  if (seq === undefined) throw new Refusal(404, 'Nothing stands behind this code, or no longer: each works once, for ten minutes.')
  const { issue: { version, id, createdAt, kind, summary }, receipt } = await findRequest(query, seq)
  return json({ issue: { version, id, createdAt, kind, summary }, receipt: { ...receipt, token } })
}
