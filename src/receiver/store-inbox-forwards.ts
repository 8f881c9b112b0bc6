import { isMeant } from './forwarding/store-forwards.ts'
import type { Query } from './query.ts'

/** Where an issue, or what follows it, goes on to, and how far that has come. */
export interface InboxForward {
  id: string
  /** The id and the reference of the issue it is, or belongs to. */
  issue: string
  reference: string
  /** By the owner's name for it. */
  forwarder: string
  /** The side remark, by its position from 1, or the message that went; absent: the whole issue. */
  observation?: number
  message?: string
  /** `dead` needs a person; `given-up`: a person has decided. */
  status: 'waiting' | 'done' | 'dead' | 'given-up'
  attempts: number
  /** ISO 8601. */
  createdAt: string
  /** When it is tried next; while it waits. */
  dueAt?: string
  doneAt?: string
  /** What the other system calls it, and where it is seen there. */
  there?: { reference: string; url?: string }
  /** Why the last attempt failed, as a sentence that may end in the other system's own words. */
  failure?: { code: string; text: string; at: string; status?: number }
}

export type ForwardStatus = InboxForward['status']

/** How many there are, by forwarder and status. */
export type ForwardCounts = Record<string, Partial<Record<ForwardStatus, number>>>

const columns = `
  job.seq::text as id, i.id as issue, i.reference, job.forwarder, job.observation, m.id as message, job.status, job.attempts,
  job.created_at, job.due_at, job.done_at, job.reference as "thereReference", job.receipt->>'url' as "thereUrl", job.failure`
const from = 'forwards job join issues i on i.seq = job.issue left join messages m on m.seq = job.message'

function toForward(row: Record<string, unknown>): InboxForward {
  const { id, issue, reference, forwarder, observation, message, status, attempts, created_at, due_at, done_at, thereReference, thereUrl, failure } = row
  const iso = (value: unknown) => (value as Date).toISOString()
  return {
    id, issue, reference, forwarder, status, attempts,
    createdAt: iso(created_at),
    ...(observation !== null && { observation }),
    ...(message !== null && { message }),
    ...(status === 'waiting' && { dueAt: iso(due_at) }),
    ...(done_at !== null && { doneAt: iso(done_at) }),
    ...(thereReference !== null && { there: { reference: thereReference, ...(thereUrl !== null && { url: thereUrl }) } }),
    ...(failure !== null && { failure }),
  } as InboxForward
}

/** Those of one issue, in their order. */
export async function findForwards(query: Query, site: string, issue: string): Promise<InboxForward[]> {
  const { rows } = await query(`select ${columns} from ${from} where i.site = $1 and i.id = $2 and (job.status <> 'waiting' or ${isMeant('job')}) order by job.seq`, [site, issue])
  return rows.map(toForward)
}

export interface ForwardFilter { status?: ForwardStatus; forwarder?: string; before?: string; limit: number }

/** The newest first. `next` goes into `before` for what follows. */
export async function listForwards(
  query: Query, site: string, { status, forwarder, before, limit }: ForwardFilter,
): Promise<{ forwards: InboxForward[]; next?: string }> {
  const { rows } = await query(
    `select ${columns} from ${from}
    where job.site = $1 and (job.status <> 'waiting' or ${isMeant('job')}) and ($2::text is null or job.status = $2) and ($3::text is null or job.forwarder = $3) and ($4::text is null or job.seq < $4::text::bigint)
    order by job.seq desc limit $5::text::int`, [site, status ?? null, forwarder ?? null, before ?? null, String(limit + 1)])
  const forwards = rows.slice(0, limit).map(toForward)
  return { forwards, ...(rows.length > limit && { next: forwards.at(-1)!.id }) }
}

export async function countForwards(query: Query, site: string): Promise<ForwardCounts> {
  const { rows } = await query(
    `select forwarder, status, count(*)::int as count from forwards job
    where site = $1 and (status <> 'waiting' or ${isMeant('job')}) group by forwarder, status`, [site])
  const counts = new Map<string, Partial<Record<ForwardStatus, number>>>()
  for (const { forwarder, status, count } of rows as { forwarder: string; status: ForwardStatus; count: number }[]) {
    counts.set(forwarder, { ...counts.get(forwarder), [status]: count })
  }
  return Object.fromEntries(counts)
}

// What follows an issue shares its fate: messages cannot go where the issue does not.
const change = (set: string, which: string) => `
  with chosen as (select seq, issue, forwarder, message, observation from forwards where site = $1 and seq = $2::text::bigint)
  update forwards job set ${set}
  from chosen
  where job.status in (${which})
    and (job.seq = chosen.seq or (chosen.message is null and chosen.observation is null
      and job.issue = chosen.issue and job.forwarder = chosen.forwarder and job.message is not null))`

const found = async (query: Query, site: string, id: string): Promise<InboxForward | undefined> => {
  const { rows } = await query(`select ${columns} from ${from} where job.site = $1 and job.seq = $2::text::bigint`, [site, id])
  return rows[0] && toForward(rows[0])
}

/** At once, and as patiently as at first; with what follows it. What is done stays so. Undefined for a job that does not exist. */
export async function retryForward(query: Query, site: string, id: string, now: number): Promise<InboxForward | undefined> {
  const again = `status = 'waiting', due_at = $3::text::timestamptz, forgiven = job.attempts`
  await query(change(again, `'waiting', 'dead', 'given-up'`), [site, id, new Date(now).toISOString()])
  return found(query, site, id)
}

/**
 * Gives what has not arrived to another forwarder, with what follows it: one that is named otherwise by now, or one that takes it.
 * Nothing changes for a message by itself, for what is being sent at the moment, and where it goes to that one already.
 */
export async function handOverForward(query: Query, site: string, id: string, to: string, now: number): Promise<InboxForward | undefined> {
  await query(
    `with chosen as (
      select job.seq, job.issue, job.forwarder, job.observation from forwards job
      where job.site = $1 and job.seq = $2::text::bigint and job.message is null and job.status <> 'done'
        and (job.claimed_until is null or job.claimed_until < clock_timestamp())
        and not exists (
          select from forwards there
          where there.issue = job.issue and there.forwarder = $3 and there.message is null and there.observation is not distinct from job.observation))
    update forwards job set forwarder = $3, status = 'waiting', due_at = $4::text::timestamptz, forgiven = job.attempts, failure = null
    from chosen
    where job.status <> 'done' and (job.seq = chosen.seq
      or (chosen.observation is null and job.issue = chosen.issue and job.forwarder = chosen.forwarder and job.message is not null))`,
    [site, id, to, new Date(now).toISOString()])
  return found(query, site, id)
}

/** No more attempts, and no more worry; with what follows it. What is done stays so. */
export async function giveUpForward(query: Query, site: string, id: string): Promise<InboxForward | undefined> {
  await query(change(`status = 'given-up'`, `'waiting', 'dead'`), [site, id])
  return found(query, site, id)
}
