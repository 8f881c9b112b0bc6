import type { Message, Thread, ThreadStatus } from '../core/issue/thread.ts'
import type { Query } from './query.ts'
import type { Owner } from './settings.ts'

interface MessageRow { id: string; at: Date; sender: Message['from']; author: Message['author'] | null; text: string }

const toMessage = ({ id, at, sender, author, text }: MessageRow): Message =>
  ({ id, at: at.toISOString(), from: sender, ...(author && { author }), text })

/** The hash of the token that opens a thread; nothing when there is no such issue. */
export async function findTokenHash(query: Query, site: string, id: string): Promise<string | undefined> {
  const { rows } = await query('select token_hash from issues where site = $1 and id = $2', [site, id])
  return rows[0]?.['token_hash'] as string | undefined
}

export async function findThread(query: Query, site: string, id: string): Promise<Thread | undefined> {
  const { rows } = await query('select seq::text, reference, status, owner, expect_by from issues where site = $1 and id = $2', [site, id])
  const row = rows[0] as { seq: string; reference: string; status: ThreadStatus; owner: Owner | null; expect_by: Date | null } | undefined
  if (!row) return undefined
  const { rows: messages } = await query(
    // As JSON, because PGlite drops a byte order mark from the beginning of a text column.
    'select id, at, sender, author, to_jsonb(text) as text from messages where issue = $1::text::bigint order by seq', [row.seq])
  return {
    id,
    reference: row.reference,
    status: row.status,
    ...(row.owner && { owner: row.owner }),
    ...(row.expect_by && { expectBy: row.expect_by.toISOString() }),
    messages: (messages as unknown as MessageRow[]).map(toMessage),
  }
}

// The customer's word opens a thread again, the staff's answers it; whoever answers first has it, if nobody had.
const insert = `
  with found as (select seq from issues where site = $1 and id = $2),
  fresh as (
    insert into messages (issue, id, at, sender, author, text)
    select seq, $3, $4::text::timestamptz, $5, $6::text::jsonb, $7 from found
    on conflict do nothing
    returning issue),
  moved as (
    update issues set
      status = case when $5 = 'staff' then 'answered' else 'open' end,
      owner = case when $5 = 'staff' then coalesce(owner, $6::text::jsonb) else owner end
    from fresh where seq = fresh.issue)
  select exists (select from found) as known, exists (select from fresh) as fresh`

/** Adds a message once. `repeat` and `other` are told apart by the text that lies under its id already. */
export async function addMessage(
  query: Query, site: string, issueId: string, message: Message,
): Promise<'added' | 'repeat' | 'other' | 'unknown'> {
  const { id, at, from, author, text } = message
  const { rows } = await query(insert, [site, issueId, id, at, from, author ? JSON.stringify(author) : null, text])
  if (!rows[0]!['known']) return 'unknown'
  if (rows[0]!['fresh']) return 'added'
  const { rows: before } = await query(
    `select sender, to_jsonb(text) as text from messages
    where id = $3 and issue = (select seq from issues where site = $1 and id = $2)`, [site, issueId, id])
  return before[0]?.['text'] === text && before[0]['sender'] === from ? 'repeat' : 'other'
}
