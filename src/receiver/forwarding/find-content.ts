import type { Attachment, Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Message } from '../../core/issue/thread.ts'
import { sideRemark } from '../../core/transports/side-remark.ts'
import type { FileStore } from '../files/file-store.ts'
import { readKept, type KeptFile } from '../files/keep-files.ts'
import type { Query } from '../query.ts'
import { sameCase } from '../store-cases.ts'
import { claimed } from '../store-issues.ts'
import { messageJson, presentMessage } from '../store-threads.ts'

/** What goes to the other system in one attempt. */
export interface Content {
  /** As it was taken in, or the side remark made of it; without the site's token, which is for this receiver alone. */
  issue: Issue
  attachments: Attachment[]
  /** That other system's own receipts of earlier issues of the case. */
  earlier: Receipt[]
  /** A message of the thread instead, and the receipt of the issue it follows. */
  follows?: { message: Message; receipt: Receipt }
}

interface Row { body: Issue; observation: number | null; message: Message | null; own: Receipt | null; receipts: Receipt[] }
interface FileRow extends KeptFile { id: string; type: string; size: number; sha256: string; position: number }

async function findFiles(query: Query, store: FileStore | undefined, job: string, described: Issue['attachments'] = []): Promise<Attachment[]> {
  const { rows } = await query(
    `select a.id, a.name, a.type, a.size::int as size, a.sha256, a.bytes, a.place, a.position
    from forwards job join attachments a on a.issue = job.issue and a.message is not distinct from job.message
    where job.seq = $1::text::bigint and job.observation is null order by a.position`, [job])
  return Promise.all((rows as unknown as FileRow[]).map(async ({ position, place, bytes, ...file }) => ({
    ...described[position - 1], ...file, bytes: new Uint8Array(await readKept(store, { bytes, place })).buffer,
  })))
}

/** All that an attempt sends. */
export async function findContent(query: Query, store: FileStore | undefined, job: string): Promise<Content> {
  const { rows } = await query(
    `select i.body, job.observation, own.receipt as own,
      case when m.seq is not null then ${messageJson('m', 'i', 'i')} end as message,
      coalesce((
        select jsonb_agg(sent.receipt order by sent.seq) from forwards sent join issues step on step.seq = sent.issue
        where sent.site = job.site and sent.forwarder = job.forwarder and sent.status = 'done' and sent.receipt is not null
          and step.site = job.site and ${sameCase('i', 'step')}), '[]') as receipts
    from forwards job
      join issues i on i.seq = job.issue
      left join messages m on m.seq = job.message
      left join forwards own on own.issue = job.issue and own.forwarder = job.forwarder and own.message is null and own.observation is null
    where job.seq = $1::text::bigint`, [job])
  const { body: { identity: _, ...body }, observation, message, own, receipts } = rows[0] as unknown as Row
  const whole = body as Issue
  const issue = observation === null ? whole : sideRemark(whole, observation - 1)
  if (message && !own) throw new Error('A message follows an issue that has not arrived')
  const named = claimed(issue)
  return {
    issue,
    attachments: await findFiles(query, store, job, message ? undefined : whole.attachments),
    earlier: receipts.filter(({ id }) => named.includes(id)),
    ...(message && own && { follows: { message: presentMessage(message), receipt: own } }),
  }
}
