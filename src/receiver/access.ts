import type { Context } from './context.ts'
import { idPattern } from './message.ts'
import { Refusal } from './refusal.ts'
import { findLocks, type Access } from './store-cases.ts'
import { bearer, fits } from './tokens.ts'

/** Whether one of these tokens opens an issue, and how. Every lock is tried, so that the time tells of none. */
export async function unlock({ options: { query, site } }: Context, tokens: readonly string[], id: string): Promise<Access | undefined> {
  const locks = idPattern.test(id) ? await findLocks(query, site, id) : undefined
  let access: Access | undefined
  for (const token of tokens.length ? tokens : ['']) {
    const own = await fits(token, locks?.tokenHash)
    for (const share of locks?.shares ?? []) if (await fits(token, share.hash)) access ??= { seq: locks!.seq, share: share.seq }
    // The receipt's own opens more than a shared one.
    if (own) access = { seq: locks!.seq }
  }
  return access
}

/** The same answer for a wrong token and for an id that does not exist, so that nobody learns which ids do. @throws {Refusal} 401 */
export async function authorize(context: Context, request: Request, id: string): Promise<Access> {
  const access = await unlock(context, [bearer(request) ?? ''], id)
  if (access) return access
  throw new Refusal(401, 'Expected the token of this issue\'s receipt.', { headers: { 'www-authenticate': 'Bearer' } })
}
