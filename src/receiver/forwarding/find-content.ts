import type { Attachment, Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import { EarshotError, messageOf } from '../../core/support/errors.ts'
import type { Message } from '../../core/issue/thread.ts'
import { sideRemark } from '../../core/transports/side-remark.ts'
import type { FileStore } from '../files/file-store.ts'
import { readKept, type KeptFile } from '../files/keep-files.ts'
import type { Query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { sameCase } from '../store-cases.ts'
import { claimed } from '../store-issues.ts'
import { messageJson, presentMessage } from '../store-threads.ts'

/** What this receiver adds to what the customer said. */
export interface Noted {
  /** Why an issue looks like spam, as codes. */
  suspicions?: readonly string[]
  /** Files that were taken in, and that the store has no more. */
  goneFiles?: readonly { name: string; type: string; size: number }[]
}

/** What goes to the other system in one attempt. */
export interface Content {
  /** As it was taken in, or the side remark made of it; without the site's token, which is for this receiver alone. */
  issue: Issue & Noted
  attachments: Attachment[]
  /** That other system's own receipts of earlier issues of the case. */
  earlier: Receipt[]
  /** A message of the thread instead, and the receipt of the issue it follows. */
  follows?: { message: Message & Noted; receipt: Receipt }
}

interface Row { body: Issue & Noted; suspicions: string[] | null; observation: number | null; message: Message | null; own: Receipt | null; receipts: Receipt[] }
interface FileRow extends KeptFile { id: string; type: string; size: number; sha256: string; position: number }

/** Undefined for a file that is gone. @throws {EarshotError} `receiver/files-unreachable`. */
async function bytesOf(store: FileStore | undefined, kept: Pick<KeptFile, 'bytes' | 'place'>): Promise<ArrayBuffer | undefined> {
  try {
    return new Uint8Array(await readKept(store, kept)).buffer
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw new EarshotError('receiver/files-unreachable', `The store of files failed: ${messageOf(error)}`)
  }
}

async function findFiles(query: Query, store: FileStore | undefined, job: string, described: Issue['attachments'] = []) {
  const { rows } = await query(
    `select a.id, a.name, a.type, a.size::int as size, a.sha256, a.bytes, a.place, a.position
    from forwards job join attachments a on a.issue = job.issue and a.message is not distinct from job.message
    where job.seq = $1::text::bigint and job.observation is null order by a.position`, [job])
  const attachments: Attachment[] = []
  const goneFiles: { name: string; type: string; size: number }[] = []
  for (const { position, place, bytes: own, ...file } of rows as unknown as FileRow[]) {
    const bytes = await bytesOf(store, { bytes: own, place })
    if (bytes) attachments.push({ ...described[position - 1], ...file, bytes })
    else goneFiles.push({ name: file.name, type: file.type, size: file.size })
  }
  return { attachments, goneFiles }
}

/** What describes files must describe those that come along: a file that is gone takes nothing else with it. */
function without<T extends Issue | Message>(said: T, { attachments, goneFiles }: Awaited<ReturnType<typeof findFiles>>): T & Noted {
  if (goneFiles.length === 0) return said
  const left = said.attachments?.filter(({ id }) => attachments.some(file => file.id === id)) ?? []
  const { attachments: _, ...rest } = said
  return { ...rest as T, ...(left.length > 0 && { attachments: left }), goneFiles }
}

/** All that an attempt sends; undefined where the issue was deleted. @throws {EarshotError} `receiver/files-unreachable`. */
export async function findContent(query: Query, store: FileStore | undefined, job: string): Promise<Content | undefined> {
  const { rows } = await query(
    `select i.body, job.suspicions, job.observation, own.receipt as own,
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
  if (!rows[0]) return undefined
  // What only this receiver says is never the customer's word.
  const { body: { identity: _, suspicions: __, goneFiles: ___, ...body }, suspicions, observation, message, own, receipts } = rows[0] as unknown as Row
  const whole = body as Issue
  const said = observation === null ? whole : sideRemark(whole, observation - 1)
  const files = await findFiles(query, store, job, message ? undefined : whole.attachments)
  const issue = { ...(message ? said : without(said, files)), ...(suspicions?.length && { suspicions }) }
  if (message && !own) throw new Error('A message follows an issue that has not arrived')
  const named = claimed(issue)
  return {
    issue,
    attachments: files.attachments,
    earlier: receipts.filter(({ id }) => named.includes(id)),
    ...(message && own && { follows: { message: without(presentMessage(message), files), receipt: own } }),
  }
}
