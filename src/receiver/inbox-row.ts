import type { Issue, Kind, Observation, Rating } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { Message, ThreadStatus } from '../core/issue/thread.ts'
import type { Owner } from './settings.ts'
import { goesOn, sameCase } from './store-cases.ts'
import type { InboxForward } from './store-inbox-forwards.ts'

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
  /** How far up the ladder it is, 1 for the first contact, and whose rung it is on. */
  level: number
  rung?: string
  /** The first issue of its case, where that is another one. */
  first?: string
  /** Who is praised. */
  person?: string
  /** How often the customer wrote about it before. */
  repeats?: number
  /** The customer thinks of leaving. */
  leaving?: true
  /** Open, and its promise is broken. */
  late?: true
  /** Another issue took it to the next level: whoever has that one answers. */
  wentOn?: true
  /** Open once more: it was not solved, or it came back. */
  reopened?: true
  /** A test of the line by its owner: in no figure. */
  synthetic?: true
  /** Why it looks like spam: `trap`, `too-fast`, `no-proof`, or the owner's own words. A label, and no more. */
  suspicions?: string[]
  observations: Observation[]
  attachmentCount: number
  messageCount: number
}

export interface InboxAttachment {
  id: string
  name: string
  type: string
  size: number
  sha256: string
  href: string
  /** The id of the message it came with; absent for files of the issue itself. */
  message?: string
}

/** One issue of a case. */
export interface CaseStep {
  id: string
  reference: string
  kind: Kind
  summary?: string
  status: ThreadStatus
  level: number
  rung?: string
  /** Who had it, or has it. */
  owner?: Owner
  acceptedAt: string
  expectBy?: string
  late?: true
  wentOn?: true
}

/** An issue with everything that belongs to it. */
export interface InboxIssue extends InboxRow {
  issue: Issue
  receipt: Receipt
  /** The claims of the site's token, if it was checked. All else the customer says of themselves is unverified. */
  verified?: Record<string, unknown>
  /** Those of the whole case. */
  messages: Message[]
  attachments: InboxAttachment[]
  /** Every issue of the case, the first one first, this one among them. */
  case: CaseStep[]
  /** Where it goes on to, and what follows it; absent where that is nowhere. */
  forwards?: InboxForward[]
}

export type Row = Record<string, unknown>

/**
 * In SQL: whether another issue of the case took this one further. Not as `exists`, for which PostgreSQL would rather read the whole
 * table once than look into an index for each of a page's rows.
 */
export const wentOn = (issue: string): string =>
  `coalesce((select true from issues next where next.site = ${issue}.site and ${sameCase(issue, 'next')} and ${goesOn(issue, 'next')} limit 1), false)`

/** What `toCaseStep` reads. */
export const caseColumns = (issue: string): string =>
  [...['id', 'reference', 'kind', 'summary', 'status', 'owner', 'accepted_at', 'expect_by', 'level', 'rung'].map(name => `${issue}.${name}`),
    `${wentOn(issue)} as went_on`].join(', ')

/** What `toInboxRow` reads. */
export const inboxColumns = `
  seq::text, ${caseColumns('issues')}, topic, audience, form, verified, created_at, receipt, person, repeats, leaving, synthetic, suspicions,
  body->'rating' as rating,
  (select earlier.id from issues earlier where earlier.seq = issues.first) as first_id,
  status = 'open' and exists (
    select from messages m where m.issue = issues.seq and m.kind in ('not-solved', 'holds-not')) as reopened,
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('text', o.text, 'topic', o.topic, 'audience', o.audience)) order by o.position)
    from observations o where o.issue = issues.seq), '[]') as observations,
  (select count(*)::int from attachments a where a.issue = issues.seq) as attachment_count,
  (select count(*)::int from messages m where m.issue = issues.seq) as message_count`

/** In SQL: whether somebody waits for its answer. Nobody does for a gap, nor where the case went on to the next level. */
export const awaited = (issue: string): string =>
  `(${issue}.status = 'open' and ${issue}.expect_by is not null and ${issue}.kind <> 'gap' and not ${wentOn(issue)})`

const iso = (value: unknown) => (value as Date).toISOString()
const present = (fields: Row) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

const isLate = ({ status, kind, expect_by, went_on }: Row, now: number) =>
  (status === 'open' && kind !== 'gap' && !went_on && expect_by instanceof Date && expect_by.getTime() < now) || undefined

export const toCaseStep = (row: Row, now: number): CaseStep => present({
  id: row['id'], reference: row['reference'], kind: row['kind'], summary: row['summary'], status: row['status'], level: row['level'],
  rung: row['rung'], owner: row['owner'], acceptedAt: iso(row['accepted_at']), expectBy: row['expect_by'] && iso(row['expect_by']),
  late: isLate(row, now), wentOn: row['went_on'] || undefined,
}) as unknown as CaseStep

export const toInboxRow = (row: Row, now: number): InboxRow => present({
  ...toCaseStep(row, now),
  topic: row['topic'], audience: row['audience'], form: row['form'], rating: row['rating'], createdAt: row['created_at'],
  first: row['first_id'], person: row['person'], repeats: row['repeats'] || undefined, leaving: row['leaving'] || undefined,
  reopened: row['reopened'] || undefined, synthetic: row['synthetic'] || undefined, suspicions: row['suspicions'],
  observations: row['observations'], attachmentCount: row['attachment_count'], messageCount: row['message_count'],
}) as unknown as InboxRow
