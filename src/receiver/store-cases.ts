import type { Query } from './query.ts'

/** Whom a token lets see what: the issue it is for, and how it opens it. */
export interface Access {
  /** The row. */
  seq: string
  /** The row of the shared key that was shown; absent for the receipt's own. */
  share?: string
}

/** What may open an issue: hashes, never the tokens themselves. */
export interface Locks { seq: string; tokenHash: string; shares: { seq: string; hash: string }[] }

/**
 * Which issues, as `other`, somebody sees who may see the issue `mine`: the whole case. An issue that came to its case by a
 * shared key stands alone once that key was taken back: else whoever had the key had kept the case by writing to it.
 */
export const seenFrom = (mine: string, other: string): string =>
  `(${sameCase(mine, other)} and (${other}.seq = ${mine}.seq or not (${mine}.lent and ${mine}.through is null)))`

/** Whether two issues belong to one case, whoever looks: letter by letter what there is an index on. */
export const sameCase = (one: string, other: string): string => `coalesce(${one}.first, ${one}.seq) = coalesce(${other}.first, ${other}.seq)`

/** An issue that took this one further, and was not taken back. */
export const goesOn = (mine: string, other: string): string => `(${other}.continues = ${mine}.id and ${other}.level > 1
  and not exists (select from messages taken where taken.issue = ${other}.seq and taken.kind = 'taken-back'))`

const locks = `
  select seq::text, token_hash as "tokenHash", coalesce((
    select jsonb_agg(jsonb_build_object('seq', s.seq::text, 'hash', s.token_hash)) from shares s where s.issue = issues.seq), '[]') as shares
  from issues where site = $1 and id = $2`

/** Nothing when there is no such issue. */
export async function findLocks(query: Query, site: string, id: string): Promise<Locks | undefined> {
  const { rows } = await query(locks, [site, id])
  return rows[0] as Locks | undefined
}

const mark = `
  select string_agg(other.seq || ' ' || extract(epoch from other.changed_at), ',' order by other.seq) as mark
  from issues mine join issues other on ${seenFrom('mine', 'other')}
  where mine.seq = $1::text::bigint and ($2::text is null or exists (select from shares where shares.seq = $2::text::bigint))`

/**
 * A mark that is another one as soon as anything changed in what the token shows; nothing when it shows nothing any more.
 * Of all rows, not of the latest change: a change may be written down before another one and committed after it.
 */
export async function findMark(query: Query, { seq, share }: Access): Promise<string | undefined> {
  const { rows } = await query(mark, [seq, share ?? null])
  return (rows[0]?.['mark'] as string | null) ?? undefined
}

/** What whoever goes on from an issue takes over from it. */
export interface Origin { first: string; level: number; lent: boolean; through: string | null }

export async function findOrigin(query: Query, seq: string): Promise<Origin> {
  const { rows } = await query(
    'select coalesce(first, seq)::text as first, level, lent, through::text from issues where seq = $1::text::bigint', [seq])
  return rows[0] as unknown as Origin
}
