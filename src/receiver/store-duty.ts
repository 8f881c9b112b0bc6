import type { Query } from './query.ts'

/** Somebody at their desk, and until when that is known. */
export interface OnDuty { person: string; rungs: string[]; until: string }

/** Is on duty on these rungs, and on no others, until then. */
export async function setDuty(query: Query, site: string, { person, rungs, until }: OnDuty): Promise<void> {
  await query(
    `with wanted as (select distinct value as rung from jsonb_array_elements_text($3::text::jsonb)),
    gone as (delete from duty where site = $1 and person = $2 and rung not in (select rung from wanted))
    insert into duty (site, person, rung, until) select $1, $2, rung, $4::text::timestamptz from wanted
    on conflict (site, person, rung) do update set until = excluded.until`,
    [site, person, JSON.stringify(rungs), until])
}

export async function endDuty(query: Query, site: string, person: string): Promise<void> {
  await query('delete from duty where site = $1 and person = $2', [site, person])
}

/** Who is on duty now. What has expired is as if it had never been said. */
export async function findDuty(query: Query, site: string, now: number): Promise<OnDuty[]> {
  const { rows } = await query(
    `select person, jsonb_agg(rung order by rung) as rungs, max(until) as until from duty
    where site = $1 and until > $2::text::timestamptz group by person order by person`, [site, new Date(now).toISOString()])
  return (rows as unknown as { person: string; rungs: string[]; until: Date }[]).map(row => ({ ...row, until: row.until.toISOString() }))
}
