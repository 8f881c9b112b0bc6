import type { Message, Thread } from '../core/issue/thread.ts'
import { encode, sha256 } from './bytes.ts'
import { follow } from './forwarding/store-forwards.ts'
import type { Query } from './query.ts'
import { goesOn, sameCase, seenFrom } from './store-cases.ts'
import { attach, fileRows } from './store-files.ts'
import type { EnclosedFile } from './enclosed.ts'
import { turnOf } from './turn.ts'

/** What comes with a message besides itself. */
export interface MessageExtra {
  files?: readonly EnclosedFile[]
  /** The promise that holds should this message open an issue again, ISO 8601: the earlier one may be long past. */
  expectBy?: string | undefined
  /** Names of forwarders that it follows its issue to. */
  forwarders?: readonly string[]
}

/** A message as JSON, in SQL: PGlite drops a byte order mark from the beginning of a text column. `here` is the issue one looks at. */
export const messageJson = (message: string, issue: string, here: string): string => `
  jsonb_build_object(
    'id', ${message}.id, 'at', ${message}.at, 'from', ${message}.sender, 'author', ${message}.author, 'text', ${message}.text, 'kind', ${message}.kind,
    'fields', ${message}.fields, 'answerTo', ${message}.answer_to, 'answers', ${message}.answers, 'rating', ${message}.rating,
    'issue', case when ${issue}.seq <> ${here}.seq then ${issue}.id end,
    'attachments', (
      select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'sha256', a.sha256) order by a.position)
      from attachments a where a.message = ${message}.seq))`

const select = (seen: (mine: string, other: string) => string) => `
  select mine.seq::text, mine.reference, mine.status, mine.owner, mine.expect_by, mine.level, mine.rung,
    (select jsonb_build_object('id', next.id, 'reference', next.reference) from issues next
      where next.site = mine.site and ${seen('mine', 'next')} and ${goesOn('mine', 'next')}
      order by next.seq desc limit 1) as continued,
    coalesce((
      select jsonb_agg(${messageJson('m', 'other', 'mine')} order by m.seq)
      from messages m join issues other on other.seq = m.issue where ${seen('mine', 'other')}), '[]') as messages
  from issues mine where mine.site = $1 and mine.id = $2`

const statements = { customer: select(seenFrom), staff: select(sameCase) }

interface Row {
  reference: string
  status: Thread['status']
  owner: Thread['owner'] | null
  expect_by: Date | null
  level: number
  rung: string | null
  continued: Thread['continuedBy'] | null
  messages: Message[]
}

/** Absent means absent: the database says null. */
export const presentMessage = (message: Message): Message =>
  ({ ...Object.fromEntries(Object.entries(message).filter(([, value]) => value !== null)), at: new Date(message.at).toISOString() }) as Message

/** The messages of the case in their order: all that the issue's token shows, or all there is to staff. */
export async function findThread(query: Query, site: string, id: string, reader: 'customer' | 'staff' = 'customer'): Promise<Thread | undefined> {
  const { rows } = await query(statements[reader], [site, id])
  const row = rows[0] as unknown as Row | undefined
  return row && {
    id,
    reference: row.reference,
    status: row.status,
    ...(row.owner && { owner: row.owner }),
    ...(row.expect_by && { expectBy: row.expect_by.toISOString() }),
    level: row.level,
    ...(row.rung !== null && { rung: row.rung }),
    ...(row.continued && { continuedBy: row.continued }),
    live: true,
    messages: row.messages.map(presentMessage),
  }
}

/** Whether a question was asked in what the issue's token shows. */
export async function isAsked(query: Query, issue: string, messageId: string): Promise<boolean> {
  const { rows } = await query(
    `select 1 from issues mine join issues other on ${seenFrom('mine', 'other')} join messages m on m.issue = other.seq
    where mine.seq = $1::text::bigint and m.id = $2 and m.kind = 'question'`, [issue, messageId])
  return rows.length > 0
}

/** Whether an issue took another one further. */
export async function goesUp(query: Query, issue: string): Promise<boolean> {
  const { rows } = await query('select 1 from issues where seq = $1::text::bigint and level > 1', [issue])
  return rows.length > 0
}

// Whoever answers first has it, if nobody had. What opens an issue again is promised anew.
const insert = `
  with found as (select seq from issues where site = $1 and id = $2),
  fresh as (
    insert into messages (issue, id, at, sender, author, text, kind, fields, answer_to, answers, rating, hash)
    select seq, $3, $4::text::timestamptz, $5, $6::text::jsonb, $7, $8, $9::text::jsonb, $10, $11::text::jsonb, $12::text::jsonb, $13 from found
    on conflict do nothing
    returning seq, issue),
  attached as (${attach('fresh.issue', 'fresh.seq', 'fresh', '$14')}),
  forwarded as (${follow('fresh', '$18', '$1', '$4')}),
  moved as (
    update issues set
      status = coalesce($15, status),
      owner = case when $5 = 'staff' then coalesce(owner, $6::text::jsonb) else owner end,
      answered_at = case when $16::text::boolean then coalesce(answered_at, $4::text::timestamptz) else answered_at end,
      solved_at = case when $8 = 'solved' then $4::text::timestamptz when $15 = 'open' then null else solved_at end,
      expect_by = case when $15 = 'open' and status <> 'open' then $17::text::timestamptz else expect_by end,
      changed_at = clock_timestamp()
    from fresh where issues.seq = fresh.issue)
  select exists (select from found) as known, exists (select from fresh) as fresh`

const jsonOrNull = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/** Adds a message once. `repeat` and `other` are told apart by what lies under its id already. */
export async function addMessage(
  query: Query, site: string, issueId: string, message: Message, { files = [], expectBy, forwarders = [] }: MessageExtra = {},
): Promise<'added' | 'repeat' | 'other' | 'unknown'> {
  const { id, at, from, author, text, kind, fields, answerTo, answers, rating } = message
  const hash = await sha256(encode(JSON.stringify([from, text, kind, fields, answerTo, answers, rating, files.map(file => file.sha256)])))
  const { status, answers: isAnswer } = turnOf(message)
  const { rows } = await query(insert, [
    site, issueId, id, at, from, jsonOrNull(author), text, kind ?? null, jsonOrNull(fields), answerTo ?? null, jsonOrNull(answers),
    jsonOrNull(rating), hash, fileRows(files), status ?? null, String(isAnswer), expectBy ?? null, JSON.stringify(forwarders),
  ])
  if (!rows[0]!['known']) return 'unknown'
  if (rows[0]!['fresh']) return 'added'
  const { rows: before } = await query(
    `select sender, to_jsonb(text) as text, hash from messages
    where id = $3 and issue = (select seq from issues where site = $1 and id = $2)`, [site, issueId, id])
  const kept = before[0]!
  // Those from before there was a hash had nothing but words.
  return (kept['hash'] === null ? kept['text'] === text && kept['sender'] === from : kept['hash'] === hash) ? 'repeat' : 'other'
}
