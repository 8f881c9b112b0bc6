import type { Query } from '../query.ts'

/** How much waits to go to a forwarder, or needs a person. */
export interface Waiting {
  forwarder: string
  status: 'waiting' | 'dead'
  count: number
  /** Seconds since the oldest of them was taken in; 0 where there is none. */
  oldest: number
}

const statuses = ['waiting', 'dead'] as const

// Two questions, so that each is answered from its own small index.
const count = (status: (typeof statuses)[number]) => `
  select forwarder, '${status}' as status, count(*)::int as count,
    greatest(0, extract(epoch from $2::text::timestamptz - min(created_at)))::float8 as oldest
  from forwards where site = $1 and status = '${status}' group by forwarder`

/** Those of the forwarders in `names`, with zeros where there is nothing, and of any earlier one that still has something. */
export async function findWaiting(query: Query, site: string, names: readonly string[], now: number): Promise<Waiting[]> {
  const { rows } = await query(statuses.map(count).join(' union all '), [site, new Date(now).toISOString()])
  const found = rows as unknown as Waiting[]
  const missing = names.flatMap(forwarder => statuses
    .filter(status => !found.some(row => row.forwarder === forwarder && row.status === status))
    .map((status): Waiting => ({ forwarder, status, count: 0, oldest: 0 })))
  return [...found, ...missing]
}
