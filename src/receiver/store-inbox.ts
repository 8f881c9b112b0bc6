import type { Issue, Kind, Observation, Rating } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { Message, ThreadStatus } from '../core/issue/thread.ts'
import type { Query } from './query.ts'
import type { Owner } from './settings.ts'

/** An issue as a line of the list. */
export interface InboxRow {
  id: string
  reference: string
  kind: Kind
  topic?: string
  audience?: string
  form?: string
  summary?: string
  status: ThreadStatus
  owner?: Owner
  rating?: Rating
  /** ISO 8601, by the customer's clock. */
  createdAt: string
  /** ISO 8601, by ours. */
  acceptedAt: string
  expectBy?: string
  observations: Observation[]
  attachmentCount: number
  messageCount: number
}

export interface InboxAttachment { id: string; name: string; type: string; size: number; sha256: string; href: string }

/** An issue with everything that belongs to it. */
export interface InboxIssue extends InboxRow {
  issue: Issue
  receipt: Receipt
  /** The claims of the site's token, if it was checked. All else the customer says of themselves is unverified. */
  verified?: Record<string, unknown>
  messages: Message[]
  attachments: InboxAttachment[]
}

export interface InboxFilter { kind?: string; topic?: string; audience?: string; status?: string; q?: string; before?: string; limit: number }

/** How many there are under each name. */
type Count = Record<string, number>

export interface InboxCounts { total: number; kind: Count; topic: Count; audience: Count; status: Count }

const columns = `
  seq::text, id, reference, kind, topic, audience, form, summary, status, owner, verified, created_at, accepted_at, expect_by, receipt,
  body->'rating' as rating,
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('text', o.text, 'topic', o.topic, 'audience', o.audience)) order by o.position)
    from observations o where o.issue = issues.seq), '[]') as observations,
  (select count(*)::int from attachments a where a.issue = issues.seq) as attachment_count,
  (select count(*)::int from messages m where m.issue = issues.seq) as message_count`

export type Row = Record<string, unknown>

const iso = (value: unknown) => (value as Date).toISOString()
const present = (fields: Row) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

export const toInboxRow = (row: Row): InboxRow => present({
  id: row['id'], reference: row['reference'], kind: row['kind'], topic: row['topic'], audience: row['audience'], form: row['form'], summary: row['summary'],
  status: row['status'], owner: row['owner'], rating: row['rating'], createdAt: row['created_at'], acceptedAt: iso(row['accepted_at']),
  expectBy: row['expect_by'] && iso(row['expect_by']), observations: row['observations'],
  attachmentCount: row['attachment_count'], messageCount: row['message_count'],
}) as unknown as InboxRow

/** Newest first; `next` goes into `before` for what follows. A topic and an audience find issues and observations alike. */
export async function listIssues(query: Query, site: string, filter: InboxFilter): Promise<{ issues: InboxRow[]; next?: string }> {
  const { kind = null, topic = null, audience = null, status = null, q = null, before = null, limit } = filter
  const { rows } = await query(
    `select ${columns} from issues
    where site = $1 and ($2::text is null or kind = $2) and ($3::text is null or status = $3)
      and ($4::text is null or topic = $4 or exists (select from observations o where o.issue = issues.seq and o.topic = $4))
      and ($5::text is null or strpos(lower(search), lower($5)) > 0)
      and ($6::text is null or seq < $6::text::bigint)
      and ($8::text is null or audience = $8 or exists (select from observations o where o.issue = issues.seq and o.audience = $8))
    order by issues.seq desc limit $7::text::int`,
    [site, kind, status, topic, q, before, String(limit + 1), audience])
  const page = rows.slice(0, limit)
  return { issues: page.map(toInboxRow), ...(rows.length > limit && { next: String(page.at(-1)!['seq']) }) }
}

/** How many there are in all, whatever the filters; an issue counts once under each of its topics, and of its audiences. */
export async function countIssues(query: Query, site: string): Promise<InboxCounts> {
  const { rows } = await query(
    `with mine as (select seq, kind, status, topic, audience from issues where site = $1)
    select 'total' as facet, '' as value, count(*)::int as count from mine
    union all select 'kind', kind, count(*)::int from mine group by kind
    union all select 'status', status, count(*)::int from mine group by status
    union all select 'topic', topic, count(*)::int from (
      select seq, topic from mine union select o.issue, o.topic from observations o join mine on mine.seq = o.issue
    ) topics where topic is not null group by topic
    union all select 'audience', audience, count(*)::int from (
      select seq, audience from mine union select o.issue, o.audience from observations o join mine on mine.seq = o.issue
    ) audiences where audience is not null group by audience`,
    [site])
  const facet = (name: string) =>
    Object.fromEntries(rows.filter(row => row['facet'] === name).map(row => [row['value'], row['count']])) as Count
  return { total: facet('total')['']!, kind: facet('kind'), topic: facet('topic'), audience: facet('audience'), status: facet('status') }
}

/** One issue's row with its body. */
export async function findIssueRow(query: Query, site: string, id: string): Promise<Row | undefined> {
  const { rows } = await query(`select ${columns}, body from issues where site = $1 and id = $2`, [site, id])
  return rows[0]
}
