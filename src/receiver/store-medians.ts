import { wentOn } from './inbox-row.ts'
import type { Query } from './query.ts'

export interface FirstAnswer { rung: string; acceptedAt: number; answeredAt: number }

// What nobody has to answer, or nobody sent in earnest, says nothing about how long an answer takes.
const inNeedOfAnswer = `not synthetic and kind not in ('praise', 'gap') and not (kind = 'rating' and body->>'story' is null)`

/** The first answers given from one moment to another: the latest thousand of them, which is enough for a median. */
export async function findFirstAnswers(query: Query, site: string, from: number, to: number): Promise<FirstAnswer[]> {
  const { rows } = await query(
    `select rung, accepted_at, answered_at from issues
    where site = $1 and answered_at >= $2::text::timestamptz and answered_at <= $3::text::timestamptz and rung is not null and ${inNeedOfAnswer}
    order by answered_at desc limit 1000`, [site, new Date(from).toISOString(), new Date(to).toISOString()])
  return (rows as unknown as { rung: string; accepted_at: Date; answered_at: Date }[])
    .map(({ rung, accepted_at, answered_at }) => ({ rung, acceptedAt: accepted_at.getTime(), answeredAt: answered_at.getTime() }))
}

/** How many wait for an answer at each rung; a case that went on waits where it is now. */
export async function countWaiting(query: Query, site: string): Promise<Map<string, number>> {
  const { rows } = await query(
    `select rung, count(*)::int as waiting from issues
    where site = $1 and status = 'open' and rung is not null and ${inNeedOfAnswer} and not ${wentOn('issues')} group by rung`, [site])
  return new Map((rows as { rung: string; waiting: number }[]).map(({ rung, waiting }) => [rung, waiting]))
}
