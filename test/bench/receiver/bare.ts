import { json } from '../../../src/receiver/refusal.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Query } from '../../../src/receiver/query.ts'

/**
 * What the least that keeps an issue would be: reads JSON and inserts the row, with the same columns and the same indices, in one statement.
 * No check, no hash, no side remarks, no promise, no key to the thread.
 */
export async function openBare(query: Query): Promise<(request: Request) => Promise<Response>> {
  await query('create table if not exists bare (like issues including all)')
  let count = 0
  return async request => {
    const raw = await request.text()
    const issue = JSON.parse(raw) as Issue
    const acceptedAt = new Date().toISOString()
    const reference = `${process.pid}-${++count}`
    const receipt = { id: issue.id, reference, acceptedAt }
    await query(
      `insert into bare (site, id, reference, kind, topic, summary, created_at, accepted_at, hash, token_hash, receipt, body, raw, search, audience)
      values ('bench', $1, $2, $3, $4, $5, $6, $7::text::timestamptz, '', '', $8::text::jsonb, $9::text::jsonb, $9, $10, $11) on conflict do nothing`,
      [issue.id, reference, issue.kind, issue.topic ?? null, issue.summary ?? null, issue.createdAt, acceptedAt, JSON.stringify(receipt), raw, issue.story ?? '', issue.audience ?? null])
    return json(receipt, 201)
  }
}
