import type { Draft } from '../core/issue/draft.ts'
import type { Attachment, AttachmentInfo, Subject } from '../core/issue/issue.ts'
import { isRecord } from '../core/support/json.ts'
import type { Settings } from './config.ts'
import type { Keeper } from './keeper.ts'
import type { PageReading } from './page.ts'

/** A draft as it lies in the store; the bytes of its files are records of their own. */
export interface DraftRecord { form: string; url?: string; title?: string; draft: Draft }

/** Where a draft lies: one for each form and page, or one for the form where nobody knows the page. */
export const draftKey = (form: string, url?: string): string => (url === undefined ? `draft:${form}` : `draft:${form} ${url}`)
export const bytesKey = (id: string): string => `bytes:${id}`

/** Which page a draft is written on; nothing where nobody is to know. */
export const placeOf = ({ capture }: Settings, page: PageReading | undefined): Subject => (capture.subject && (page?.where?.() ?? page?.subject())) || {}

/** What a record says, if it is one of this form. Before there were records with a page, the draft itself lay there. */
export function readDraft(value: unknown, form: string): DraftRecord | undefined {
  if (!isRecord(value)) return undefined
  if (isRecord(value['draft'])) return value['form'] === form ? (value as unknown as DraftRecord) : undefined
  return typeof value['kind'] === 'string' ? { form, draft: value as unknown as Draft } : undefined
}

/** The files a record names. */
export function filesIn({ draft: { attachments } }: DraftRecord): AttachmentInfo[] {
  return Array.isArray(attachments) ? attachments.filter(file => isRecord(file) && typeof file.id === 'string') : []
}

/** The record of a draft, with all of its files but those that could not be kept. */
export function recordOf(form: string, draft: Draft, { url, title }: Subject, unkept: ReadonlySet<string>): DraftRecord {
  const { attachments = [], ...words } = draft
  const files = attachments.filter(({ id }) => !unkept.has(id)).map(({ bytes: _, ...info }) => info)
  return {
    form,
    ...(url !== undefined && { url, ...(title !== undefined && { title }) }),
    draft: { ...words, ...(files.length && { attachments: files as unknown as Attachment[] }) },
  }
}

/** The draft of a record, with the bytes of its files. One whose bytes are not there whole is left out. */
export async function wholeDraft(record: DraftRecord, kept: Keeper): Promise<Draft> {
  const { attachments: _, ...words } = record.draft
  const files = await Promise.all(
    filesIn(record).map(async info => ({ ...info, bytes: await kept.load(bytesKey(info.id)).catch(() => undefined) })),
  )
  const whole = files.filter(({ bytes, size }) => bytes instanceof ArrayBuffer && bytes.byteLength === size) as Attachment[]
  return { ...words, ...(whole.length && { attachments: whole }) }
}
