import type { Query } from './query.ts'
import { sameCase } from './store-cases.ts'

/** So many keys an issue; the oldest goes when there is one more. */
const most = 50

/** A key to an issue, and the code that stands for it until then. */
export interface NewShare { issue: string; tokenHash: string; createdAt: string; codeHash: string; codeUntil: string }

export async function addShare(query: Query, { issue, tokenHash, createdAt, codeHash, codeUntil }: NewShare): Promise<void> {
  await query(
    `with spare as (
      delete from shares where seq in (
        select seq from shares where issue = $1::text::bigint order by seq desc offset ${most - 1}))
    insert into shares (issue, token_hash, created_at, code_hash, code_until)
    values ($1::text::bigint, $2, $3::text::timestamptz, $4, $5::text::timestamptz)`,
    [issue, tokenHash, createdAt, codeHash, codeUntil])
}

/** Takes a code out of the world and makes a key of it; answers with the issue it stood for, if it did and still does. */
export async function openCode(query: Query, site: string, codeHash: string, tokenHash: string, now: string): Promise<string | undefined> {
  const { rows } = await query(
    `with used as (
      update shares set code_hash = null from issues
      where issues.seq = shares.issue and issues.site = $1 and code_hash = $2 and code_until > $4::text::timestamptz
      returning issue)
    insert into shares (issue, token_hash, created_at) select issue, $3, $4::text::timestamptz from used
    returning issue::text`, [site, codeHash, tokenHash, now])
  return rows[0]?.['issue'] as string | undefined
}

/**
 * Takes keys back: all of the case, because each of them shows all of it. Whoever has the case only by such a key takes
 * back no more than those to their own issue.
 */
export async function removeShares(query: Query, issue: string): Promise<void> {
  await query(
    `delete from shares using issues mine, issues other
    where mine.seq = $1::text::bigint and shares.issue = other.seq
      and (other.seq = mine.seq or (not mine.lent and ${sameCase('mine', 'other')}))`, [issue])
}
