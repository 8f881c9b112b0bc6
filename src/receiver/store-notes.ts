import type { Query } from './query.ts'

/** One case: the ids of it that were named, and the newest of those. */
export interface NamedCase { named: string[]; target: string }

/** Which cases these issues belong to, in the order they came in. */
export async function findCases(query: Query, site: string, ids: readonly string[]): Promise<NamedCase[]> {
  const { rows } = await query(
    `select jsonb_agg(id) as named, (array_agg(id order by seq desc))[1] as target
    from issues where site = $1 and id in (select jsonb_array_elements_text($2::text::jsonb))
    group by coalesce(first, seq) order by min(seq)`, [site, JSON.stringify(ids)])
  return rows as unknown as NamedCase[]
}
