import type { Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import { isRecord } from '../core/support/json.ts'
import { toBase64 } from './bytes.ts'
import type { Query } from './query.ts'
import type { EnclosedFile, Submission } from './submission.ts'

/** What the first acceptance of an issue fixed for good. */
export interface Accepted { hash: string; receipt: Receipt }

export interface NewIssue extends Submission {
  site: string
  /** Without its token: that is made anew each time. */
  receipt: Receipt
  tokenHash: string
  verified?: Record<string, unknown>
}

// One statement, so one transaction: when it resolves, the issue, its parts and its key are on disk, or none of them is.
const insert = `
  with fresh as (
    insert into issues (
      site, id, reference, kind, topic, form, summary, owner, verified, created_at, accepted_at, expect_by,
      hash, token_hash, receipt, body, raw, search, audience)
    values (
      $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11::text::timestamptz, $12::text::timestamptz,
      $13, $14, $15::text::jsonb, $16::text::jsonb, $17, $18, $21)
    on conflict do nothing
    returning seq),
  observed as (
    insert into observations (issue, position, text, topic, audience)
    select fresh.seq, item.position, item.value->>'text', item.value->>'topic', item.value->>'audience'
    from fresh, jsonb_array_elements($19::text::jsonb) with ordinality as item(value, position)),
  attached as (
    insert into attachments (issue, position, id, name, type, size, sha256, bytes)
    select fresh.seq, item.position, item.value->>'id', item.value->>'name', item.value->>'type', (item.value->>'size')::bigint,
      item.value->>'sha256', decode(item.value->>'bytes', 'base64')
    from fresh, jsonb_array_elements($20::text::jsonb) with ordinality as item(value, position))
  select seq::text from fresh`

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

const fileRow = ({ id, name, type, size, sha256, bytes }: EnclosedFile) => ({ id, name, type, size, sha256, bytes: toBase64(bytes) })

/** Keeps an issue with everything that belongs to it. Answers false, and changes nothing, when its id or its reference is taken. */
export async function insertIssue(query: Query, row: NewIssue): Promise<boolean> {
  const { site, issue, raw, files, hash, receipt, tokenHash, verified } = row
  const { rows } = await query(insert, [
    site, issue.id, receipt.reference, issue.kind, issue.topic ?? null, issue.form ?? null, issue.summary ?? null,
    receipt.owner ? JSON.stringify(receipt.owner) : null, verified ? JSON.stringify(verified) : null, issue.createdAt,
    receipt.acceptedAt, receipt.expectBy ?? null, hash, tokenHash, JSON.stringify(receipt), JSON.stringify(issue), raw,
    searchText(issue, receipt.reference), JSON.stringify(issue.observations ?? []), JSON.stringify(files.map(fileRow)),
    issue.audience ?? null,
  ])
  return rows.length === 1
}

/** What is known of an id, if anything. */
export async function findAccepted(query: Query, site: string, id: string): Promise<Accepted | undefined> {
  const { rows } = await query('select hash, receipt from issues where site = $1 and id = $2', [site, id])
  return rows[0] as Accepted | undefined
}
