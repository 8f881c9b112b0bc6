import type { Query } from './query.ts'
import { sameCase } from './store-cases.ts'

/** Somebody's thanks to somebody. */
export interface Kudos {
  person: string
  /** ISO 8601. */
  at: string
  text?: string
  /** Where it was said. */
  issue: string
  reference: string
}

// Praise that names a person; and thanks within a thread, which are for whoever wrote last before them, else for who has the case.
const kudos = `
  select issues.person as person, issues.accepted_at as at, coalesce(issues.body->>'story', issues.summary) as text, issues.id, issues.reference, issues.id as key
  from issues where issues.site = $1 and issues.kind = 'praise' and issues.person is not null and not issues.synthetic
  union all
  select coalesce((
      select m.author->>'name' from messages m join issues near on near.seq = m.issue
      where near.site = issues.site and ${sameCase('near', 'issues')}
        and m.sender = 'staff' and m.author is not null and m.seq < thanks.seq and m.kind is distinct from 'escalated'
      order by m.seq desc limit 1), issues.owner->>'name'),
    thanks.at, thanks.text, issues.id, issues.reference, concat(issues.id, '/', thanks.id)
  from messages thanks join issues on issues.seq = thanks.issue
  where issues.site = $1 and thanks.sender = 'customer' and thanks.kind = 'praise' and not issues.synthetic`

/** How often each of them was thanked, the most thanked first. One person however the name is spelled in capitals, as it was last. */
export async function countKudos(query: Query, site: string): Promise<{ person: string; count: number }[]> {
  const { rows } = await query(
    `select (array_agg(person order by at desc))[1] as person, count(*)::int as count from (${kudos}) kudos
    where person is not null group by lower(person) order by count(*) desc, lower(person)`, [site])
  return rows as { person: string; count: number }[]
}

/** A place between two of them: when the one before it was said, and which of those of that moment it was. */
export interface KudosPlace { at: string; key: string }

/** Newest first; `next` is where what follows begins. */
export async function findKudos(
  query: Query, site: string, { person, before, limit }: { person?: string; before?: KudosPlace; limit: number },
): Promise<{ kudos: Kudos[]; next?: KudosPlace }> {
  const { rows } = await query(
    `select person, at, to_jsonb(text) as text, id as issue, reference, key from (${kudos}) kudos
    where person is not null and ($2::text is null or lower(person) = lower($2))
      and ($3::text is null or (at, key) < ($3::text::timestamptz, $4::text))
    order by at desc, key desc limit $5::text::int`, [site, person ?? null, before?.at ?? null, before?.key ?? null, String(limit + 1)])
  const page = (rows as unknown as (Omit<Kudos, 'at' | 'text'> & { at: Date; text: string | null; key: string })[]).slice(0, limit)
  const last = page.at(-1)
  return {
    kudos: page.map(({ at, text, key: _, ...rest }) => ({ ...rest, at: at.toISOString(), ...(text && { text }) })),
    ...(rows.length > limit && last && { next: { at: last.at.toISOString(), key: last.key } }),
  }
}
