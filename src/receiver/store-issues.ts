import { clean } from '../core/issue/clean.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import { isRecord } from '../core/support/json.ts'
import type { PlannedForward } from './forwarding/plan-forwards.ts'
import { forward, forwardRows } from './forwarding/store-forwards.ts'
import { often } from './often.ts'
import type { Query } from './query.ts'
import { attach, fileRows } from './store-files.ts'
import type { Submission } from './submission.ts'

/** What the first acceptance of an issue fixed for good; and why it looks like spam now. */
export interface Accepted { hash: string; receipt: Receipt; suspicions: string[] | null }

/** Where an issue goes on from, proven by the earlier one's token. */
export interface Link {
  /** The row of the case's first issue. */
  first: string
  /** The row of the issue that it takes further, who had that is told. Absent where it only follows. */
  escalated?: string
  /** One above that issue's, where it was taken further. */
  level?: number
  /** Whether the proof was a shared key, and the row of the key while it is good. */
  lent: boolean
  through?: string
}

export interface NewIssue extends Submission {
  site: string
  /** Without its token: that is made anew each time. */
  receipt: Receipt
  tokenHash: string
  level: number
  rung?: string
  verified?: Record<string, unknown>
  link?: Link
  /** Where it goes on to. */
  forwards?: readonly PlannedForward[]
  /** Why it looks like spam, as codes. */
  suspicions?: readonly string[]
}

// Whoever had the issue that is taken further is told.
const told = `
  told as (
    insert into messages (issue, id, at, sender, author, text, kind)
    select $33::text::bigint, 'earshot:escalated:' || fresh.seq, $11::text::timestamptz, 'staff', $8::text::jsonb, '', 'escalated' from fresh),
  stirred as (update issues set changed_at = clock_timestamp() from fresh where issues.seq = $33::text::bigint),`

// One statement, so one transaction: when it resolves, the issue, its parts and its key are on disk, or none of them is.
const insert = (escalated: boolean) => `
  with fresh as (
    insert into issues (
      site, id, reference, kind, topic, form, summary, owner, verified, created_at, accepted_at, expect_by,
      hash, token_hash, receipt, body, raw, search, audience,
      first, continues, level, rung, subject, person, leaving, repeats, synthetic, lent, through, status, answered_at, suspicions)
    values (
      $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11::text::timestamptz, $12::text::timestamptz,
      $13, $14, $15::text::jsonb, $16::text::jsonb, $17, $18, $21,
      $22::text::bigint, $23, $24::text::int, $25, $26, $27, $28::text::boolean, $29::text::int, $30::text::boolean, $31::text::boolean,
      $32::text::bigint, case when $30::text::boolean then 'closed' else 'open' end,
      case when $30::text::boolean then $11::text::timestamptz end, $35::text::jsonb)
    on conflict do nothing
    returning seq),
  observed as (
    insert into observations (issue, position, text, topic, audience)
    select fresh.seq, item.position, item.value->>'text', item.value->>'topic', item.value->>'audience'
    from fresh, jsonb_array_elements($19::text::jsonb) with ordinality as item(value, position)),
  attached as (${attach('fresh.seq', 'null::bigint', 'fresh', '$20')}),
  forwarded as (${forward('fresh.seq', 'fresh', '$34', '$1', '$11')}),
  ${escalated ? told : ''}
  echoed as (
    insert into messages (issue, id, at, sender, author, text)
    select fresh.seq, 'earshot:echo', $11::text::timestamptz, 'staff', $8::text::jsonb, 'This line works.'
    from fresh where $30::text::boolean)
  select seq::text from fresh where ${escalated} = ($33::text is not null)`

// All but those that go up only insert: there is one plan for that, however full the tables are.
const inserts = { new: often(insert(false)), escalated: insert(true) }

// What somebody types to find an issue again.
function searchText(issue: Issue, reference: string): string {
  const { summary, story, outcome, observations = [], contact = {}, subject = {}, topic, audience, answers = {} } = issue
  const { name, email, phone } = contact
  const texts = [
    reference, summary, story, outcome, topic, audience, name, email, phone, subject.title, subject.product?.name, subject.element?.text,
    ...Object.values(answers).filter(answer => typeof answer === 'string'),
  ]
  return [...texts, ...observations.map(({ text }) => text), ...gapTexts(issue)].filter(text => text !== undefined).join('\n')
}

/** What a gap was about: its summary names only the first few questions. Written by a stranger, so of any shape. */
function gapTexts({ kind, answers = {} }: Issue): string[] {
  if (kind !== 'gap') return []
  return [answers['searches'], answers['articles']].flat()
    .flatMap(entry => (isRecord(entry) ? [entry['query'], entry['id'], entry['missing']] : []))
    .filter(text => typeof text === 'string')
}

// An index has room for no more; what is longer is nobody's name.
const named = (value: unknown): string | null => (typeof value === 'string' && value.trim() && value.length <= 200 ? value.trim() : null)

/** Whom the site's token names, letter by letter; nobody where it names nobody. */
export const subjectOf = (claims: Record<string, unknown> | undefined): string | undefined => {
  const subject = claims?.['sub']
  return typeof subject === 'string' && subject.length <= 200 && /^[^\0]+$/.test(subject) ? subject : undefined
}

/** What the issue says it goes on from, whether that is so or not. */
export const claimed = ({ escalation, repeatOf, parent }: Issue): string[] =>
  [escalation?.of, repeatOf, parent].filter(id => id !== undefined)

/** Keeps an issue with everything that belongs to it. Answers false, and changes nothing, when its id or its reference is taken. */
export async function insertIssue(query: Query, row: NewIssue): Promise<boolean> {
  const { site, issue, raw, files, hash, receipt, tokenHash, verified, link, level, rung, forwards = [], suspicions = [] } = row
  const { rows } = await query(link?.escalated === undefined ? inserts.new : inserts.escalated, [
    site, issue.id, receipt.reference, issue.kind, issue.topic ?? null, issue.form ?? null, issue.summary ?? null,
    receipt.owner ? JSON.stringify(receipt.owner) : null, verified ? JSON.stringify(clean(verified)) : null, issue.createdAt,
    receipt.acceptedAt, receipt.expectBy ?? null, hash, tokenHash, JSON.stringify(receipt), JSON.stringify(issue), raw,
    searchText(issue, receipt.reference), JSON.stringify(issue.observations ?? []), fileRows(files), issue.audience ?? null,
    link?.first ?? null, claimed(issue)[0]?.slice(0, 128) ?? null, String(link?.level ?? level), rung ?? null, subjectOf(verified) ?? null,
    issue.kind === 'praise' ? named(issue.answers?.['person']) : null, String(issue.leaving ?? false),
    String(Math.min(issue.repeats ?? 0, 1000)), String(issue.synthetic ?? false), String(link?.lent ?? false), link?.through ?? null,
    link?.escalated ?? null, forwardRows(forwards), suspicions.length ? JSON.stringify(suspicions) : null,
  ])
  return rows.length === 1
}

/** What is known of an id, if anything. */
export async function findAccepted(query: Query, site: string, id: string): Promise<Accepted | undefined> {
  const { rows } = await query('select hash, receipt, suspicions from issues where site = $1 and id = $2', [site, id])
  return rows[0] as Accepted | undefined
}

/** An issue as it was taken in. */
export async function findBody(query: Query, seq: string): Promise<Issue> {
  const { rows } = await query('select body from issues where seq = $1::text::bigint', [seq])
  return rows[0]!['body'] as Issue
}
