import { clean } from '../../core/issue/clean.ts'
import { encode, sha256 } from '../bytes.ts'
import type { Query } from '../query.ts'
import type { Change } from './forwarder.ts'

// One statement: that it was heard, and what it did, are on disk together. Of a side remark only words come back: that it is closed
// elsewhere closes nothing here. What repeats a customer's own message, or carries its id, is that message come back.
const apply = `
  with job as (
    select issue, observation from forwards
    where site = $1 and forwarder = $2 and reference = $3 and message is null order by seq limit 1),
  fresh as (
    insert into news (site, forwarder, id, issue, at)
    select $1, $2, $4, job.issue, $5::text::timestamptz from job
    where $9::text is null or not exists (
      select from forwards sent join messages m on m.seq = sent.message
      where sent.issue = job.issue and sent.forwarder = $2
        and ((length(m.text) >= 20 and m.text = $9) or (length(m.id) >= 16 and strpos($9, m.id) > 0)))
    on conflict do nothing
    returning issue),
  told as (
    insert into messages (issue, id, at, sender, author, text)
    select issue, $6, $7::text::timestamptz, 'staff', $8::text::jsonb, $9 from fresh where $9::text is not null
    on conflict do nothing),
  moved as (
    update issues set
      status = coalesce(case when job.observation is null then coalesce($10, case when $9::text is not null then 'answered' end) end, status),
      owner = coalesce(owner, case when job.observation is null then $8::text::jsonb end),
      answered_at = case when $9::text is not null then coalesce(answered_at, $5::text::timestamptz) else answered_at end,
      solved_at = case
        when job.observation is not null or $10::text is null then solved_at
        when $10 = 'closed' and status <> 'closed' then $5::text::timestamptz
        when $10 = 'open' then null else solved_at end,
      changed_at = clock_timestamp()
    from fresh join job on job.issue = fresh.issue where issues.seq = fresh.issue)
  select exists (select from fresh) as fresh`

/** When it happened there, never later than now. */
function momentOf(at: string | undefined, now: number): string {
  const told = Date.parse(at ?? '')
  return new Date(Math.min(Number.isNaN(told) ? now : told, now)).toISOString()
}

/**
 * Does here what happened elsewhere, once: a status, and words that the customer reads like any answer.
 * @returns false where nothing changed: told before, or of something that did not come from here.
 */
export async function applyChange(query: Query, site: string, forwarder: string, change: Change, now: number): Promise<boolean> {
  const { reference, id, status, at, text, author } = clean(change) as unknown as Change
  const key = await sha256(encode(id))
  const { rows } = await query(apply, [
    site, forwarder, reference, key, new Date(now).toISOString(), `earshot:hook:${forwarder}:${key.slice(0, 32)}`, momentOf(at, now),
    text && author ? JSON.stringify(author) : null, text?.trim() ? text : null, status ?? null,
  ])
  return rows[0]!['fresh'] === true
}
