import type { Row } from './inbox-row.ts'
import type { KeptFile } from './files/keep-files.ts'
import type { Query } from './query.ts'
import { sameCase } from './store-cases.ts'

/** What staff may change; `null` takes away. */
export interface IssuePatch {
  owner?: { name: string; avatar?: string } | null
  status?: 'open' | 'answered' | 'closed'
  topic?: string | null
  audience?: string | null
  /** ISO 8601: a new promise, or none. */
  expectBy?: string | null
  /** Why it looks like spam, as codes; `null`: it is none. */
  suspicions?: string[] | null
}

/** Answers false when there is no such issue. The customer's own words are never changed. */
export async function changeIssue(query: Query, site: string, id: string, patch: IssuePatch, now: number): Promise<boolean> {
  const has = (key: keyof IssuePatch) => String(Object.hasOwn(patch, key))
  const { rows } = await query(
    `update issues set
      owner = case when $3::text::boolean then $4::text::jsonb else owner end,
      status = coalesce($5, status),
      topic = case when $6::text::boolean then $7 else topic end,
      audience = case when $8::text::boolean then $9 else audience end,
      expect_by = case when $10::text::boolean then $11::text::timestamptz else expect_by end,
      suspicions = case when $13::text::boolean then $14::text::jsonb else suspicions end,
      solved_at = case when $5 = 'closed' and status <> 'closed' then $12::text::timestamptz else solved_at end,
      changed_at = clock_timestamp()
    where site = $1 and id = $2 returning 1`,
    [site, id, has('owner'), patch.owner ? JSON.stringify(patch.owner) : null, patch.status ?? null, has('topic'), patch.topic ?? null,
      has('audience'), patch.audience ?? null, has('expectBy'), patch.expectBy ?? null, new Date(now).toISOString(),
      has('suspicions'), patch.suspicions ? JSON.stringify(patch.suspicions) : null])
  return rows.length === 1
}

/** The attachments of an issue, and of the messages of its whole case, without their bytes. */
export async function findAttachments(query: Query, site: string, id: string): Promise<Row[]> {
  const { rows } = await query(
    `select a.seq::text as id, a.name, a.type, a.size::int as size, a.sha256, m.id as message
    from issues mine
      join issues step on step.site = mine.site and ${sameCase('mine', 'step')}
      join attachments a on a.issue = step.seq
      left join messages m on m.seq = a.message
    where mine.site = $1 and mine.id = $2 and (a.message is not null or a.issue = mine.seq)
    order by m.seq nulls first, a.position`, [site, id])
  return rows.map(({ message, ...file }) => ({ ...file, ...(message !== null && { message }) }))
}

export async function findFile(query: Query, site: string, key: string): Promise<KeptFile | undefined> {
  const { rows } = await query(
    `select a.name, a.bytes, a.place from attachments a join issues on issues.seq = a.issue
    where issues.site = $1 and a.seq = $2::text::bigint`, [site, key])
  return rows[0] as KeptFile | undefined
}
