import type { Query } from '../query.ts'

/** Why an issue looks like spam, as codes; none for most. */
export async function findSuspicions(query: Query, seq: string): Promise<string[]> {
  const { rows } = await query('select suspicions from issues where seq = $1::text::bigint', [seq])
  return (rows[0]?.['suspicions'] as string[] | null | undefined) ?? []
}

/** Takes one label away; the others stay. */
export async function dropSuspicion(query: Query, seq: string, code: string): Promise<void> {
  // Not a change that a customer could see: nobody is told.
  await query(
    `update issues set suspicions = nullif(suspicions - $2::text, '[]')
    where seq = $1::text::bigint and suspicions ? $2::text`, [seq, code])
}
