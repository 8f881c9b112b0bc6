import { clean } from '../../core/issue/clean.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Query } from '../query.ts'
import type { Failure } from './after-failure.ts'
import type { PlannedForward } from './plan-forwards.ts'

/** One attempt that a worker has taken on. */
export interface Claim {
  seq: string
  forwarder: string
  /** This one included. */
  attempts: number
  /** Those that count no more, since somebody said to try again. */
  forgiven: number
}

/** A statement that keeps the jobs in the parameter `rows` of the issue that `from` has just made, due at `now`. */
export const forward = (issue: string, from: string, rows: string, site: string, now: string): string => `
  insert into forwards (site, issue, observation, suspicious, forwarder, due_at, created_at)
  select ${site}, ${issue}, (item.value->>'observation')::int, (item.value->>'suspicious')::boolean, item.value->>'forwarder',
    ${now}::text::timestamptz + coalesce((item.value->>'waits')::int, 0) * interval '1 millisecond', ${now}::text::timestamptz
  from ${from}, jsonb_array_elements(${rows}::text::jsonb) as item`

/** Jobs as `forward` takes them. */
export const forwardRows = (planned: readonly PlannedForward[]): string => JSON.stringify(planned)

/** A statement that lets the message that `from` has just made follow its issue, to those of the forwarders in `names` that have it or will. */
export const follow = (from: string, names: string, site: string, now: string): string => `
  insert into forwards (site, issue, message, suspicious, forwarder, due_at, created_at)
  select ${site}, own.issue, ${from}.seq, own.suspicious, own.forwarder, ${now}::text::timestamptz, ${now}::text::timestamptz
  from ${from} join forwards own on own.issue = ${from}.issue
  where own.message is null and own.observation is null and own.status <> 'given-up'
    and own.forwarder in (select jsonb_array_elements_text(${names}::text::jsonb))`

/** Whether a job is meant while its issue is labelled as it is now. */
export const isMeant = (job: string): string =>
  `(${job}.suspicious is null or ${job}.suspicious = (select labelled.suspicions is not null from issues labelled where labelled.seq = ${job}.issue))`

// A message waits for its issue, and for the messages before it. Claims run by the database's clock, which all workers share.
const isDue = (now: string) => `
  job.status = 'waiting' and job.due_at <= ${now}::text::timestamptz
  and (job.claimed_until is null or job.claimed_until < clock_timestamp())
  and ${isMeant('job')}
  and (job.message is null or not exists (
    select from forwards earlier
    where earlier.issue = job.issue and earlier.forwarder = job.forwarder and earlier.observation is null and (
      (earlier.message is null and earlier.status <> 'done') or (earlier.message < job.message and earlier.status = 'waiting'))))`

/** Which of these forwarders have something to do now. */
export async function findBusy(query: Query, site: string, names: readonly string[], now: string): Promise<string[]> {
  const { rows } = await query(
    `select distinct job.forwarder from forwards job
    where job.site = $1 and job.forwarder in (select jsonb_array_elements_text($2::text::jsonb)) and ${isDue('$3')}`,
    [site, JSON.stringify(names), now])
  return rows.map(row => String(row['forwarder']))
}

/**
 * Takes what has been due longest, for so many milliseconds. The attempt is counted here, before it is begun: whoever takes the
 * job after a crash knows that something may have arrived.
 */
export async function claimForward(query: Query, site: string, forwarder: string, now: string, ms: number): Promise<Claim | undefined> {
  const { rows } = await query(
    `with found as materialized (
      select job.seq from forwards job where job.site = $1 and job.forwarder = $2 and ${isDue('$3')}
      order by job.due_at, job.seq limit 1 for update of job skip locked)
    update forwards set attempts = attempts + 1, claimed_until = clock_timestamp() + $4::text::int * interval '1 millisecond',
      suspicions = case when attempts > 0 then suspicions else (select labelled.suspicions from issues labelled where labelled.seq = forwards.issue) end
    from found where forwards.seq = found.seq
    returning forwards.seq::text, forwarder, attempts, forgiven`, [site, forwarder, now, String(ms)])
  return rows[0] as unknown as Claim | undefined
}

// What was claimed anew since then is somebody else's.
const mine = 'where seq = $1::text::bigint and attempts = $2::text::int'

/** The other system has it. `receipt` is absent for a message. */
export async function finishForward(query: Query, { seq, attempts }: Claim, now: string, receipt?: Receipt): Promise<void> {
  await query(
    `update forwards set status = 'done', done_at = $3::text::timestamptz, failure = null, claimed_until = null, receipt = $4::text::jsonb, reference = $5
    ${mine} and status <> 'done'`,
    [seq, String(attempts), now, receipt ? JSON.stringify(receipt) : null, receipt?.reference ?? null])
}

/** It failed: tried again when it is due, or never unless a person says so. */
export async function failForward(
  query: Query, { seq, attempts }: Claim, { status, dueAt, failure }: { status: 'waiting' | 'dead'; dueAt: string; failure: Failure },
): Promise<void> {
  await query(
    `update forwards set status = $3, due_at = $4::text::timestamptz, failure = $5::text::jsonb, claimed_until = null ${mine} and status = 'waiting'`,
    [seq, String(attempts), status, dueAt, JSON.stringify(clean(failure))])
}

/** A large one needs longer than its claim was for. */
export async function extendClaim(query: Query, { seq, attempts }: Claim, ms: number): Promise<void> {
  await query(`update forwards set claimed_until = clock_timestamp() + $3::text::int * interval '1 millisecond' ${mine} and status = 'waiting'`, [seq, String(attempts), String(ms)])
}

/** What its label was waited for is decided: what has not been begun may begin. */
export async function hastenForwards(query: Query, issue: string, now: string): Promise<void> {
  await query(
    `update forwards set due_at = $2::text::timestamptz
    where issue = $1::text::bigint and status = 'waiting' and attempts = 0 and due_at > $2::text::timestamptz`, [issue, now])
}

/** No wait is as long as that: what is due later was put off by a clock that was wrong, and is due. */
const longestWait = '25 hours'

/** Takes back what a clock that went wrong has put off. */
export async function mendDueTimes(query: Query, site: string, names: readonly string[], now: string): Promise<void> {
  await query(
    `update forwards set due_at = $3::text::timestamptz
    where site = $1 and forwarder in (select jsonb_array_elements_text($2::text::jsonb)) and status = 'waiting'
      and due_at > $3::text::timestamptz + interval '${longestWait}'`, [site, JSON.stringify(names), now])
}

/** The worker leaves before it knows: any other may take it at once. */
export async function releaseForward(query: Query, { seq, attempts }: Claim): Promise<void> {
  await query(`update forwards set claimed_until = null ${mine} and status = 'waiting'`, [seq, String(attempts)])
}

/** The other system asked for a rest: of all that goes there, not of one issue. */
export async function restForwarder(query: Query, site: string, forwarder: string, until: string): Promise<void> {
  await query(
    `update forwards set due_at = $3::text::timestamptz
    where site = $1 and forwarder = $2 and status = 'waiting' and due_at < $3::text::timestamptz
      and (claimed_until is null or claimed_until < clock_timestamp())`, [site, forwarder, until])
}
