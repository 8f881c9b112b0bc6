import type { AttachmentInfo } from '../core/issue/issue.ts'
import type { Clock } from '../core/support/clock.ts'
import { contentType, readBody } from './body.ts'
import { sha256, type Bytes } from './bytes.ts'
import { parseMultipart } from './intake/multipart.ts'
import { unprocessable } from './message.ts'
import { Refusal } from './refusal.ts'
import type { ReceiverLimits } from './settings.ts'

/** A file as it arrived, with its description. */
export interface EnclosedFile extends AttachmentInfo {
  sha256: string
  bytes: Bytes
  /** The key under which the store of files has it. */
  place?: string
}

/** What was sent: JSON, and the files beside it. */
export interface Enclosed { json: Bytes; files: [name: string, bytes: Bytes][] }

function parts(type: string, body: Bytes, name: string, most: number): Enclosed {
  const all = parseMultipart(type, body, most)
  const json = all.find(part => part.name === name)
  if (!json) throw new Refusal(400, `Expected a part named "${name}", got none.`)
  const files = all.filter(part => part.name !== name).map(({ name, bytes }): [string, Bytes] => [name, bytes])
  if (files.length > most) throw new Refusal(413, `Expected at most ${most} attachments, got more.`)
  return { json: json.bytes, files }
}

/**
 * Reads JSON of at most `largest` bytes, alone or as the part `name` of a form, its files after it.
 * @throws {Refusal} 400, 408, 413, 415
 */
export async function readEnclosed(
  request: Request, name: string, largest: number, limits: ReceiverLimits, clock: Clock,
): Promise<Enclosed> {
  const type = contentType(request)
  const multipart = type === 'multipart/form-data'
  if (!multipart && type !== 'application/json') throw new Refusal(415, 'Expected application/json or multipart/form-data.')
  const body = await readBody(request, multipart ? limits.request : largest, clock)
  const sent = multipart ? parts(request.headers.get('content-type')!, body, name, limits.attachments) : { json: body, files: [] }
  if (sent.json.length > largest) throw new Refusal(413, `Expected the part "${name}" to have at most ${largest} bytes.`)
  return sent
}

/** Files by their descriptions: by the part's name where it is the attachment's id, else by their order. @throws {Refusal} 422 */
export async function matchFiles(described: readonly AttachmentInfo[], files: Enclosed['files']): Promise<EnclosedFile[]> {
  if (described.length !== files.length) {
    throw unprocessable({
      pointer: '/attachments', detail: `expected as many files as descriptions, got ${files.length} for ${described.length}`,
    })
  }
  const named = new Map(files)
  const byName = described.every(info => named.has(info.id))
  return Promise.all(described.map(async (info, index) => {
    const bytes = byName ? named.get(info.id)! : files[index]![1]
    const hash = await sha256(bytes)
    const refuse = (key: string, detail: string) => unprocessable({ pointer: `/attachments/${index}/${key}`, detail })
    if (bytes.length !== info.size) throw refuse('size', `expected ${bytes.length}, the bytes that came, got ${info.size}`)
    if (info.sha256 !== undefined && info.sha256.toLowerCase() !== hash) {
      throw refuse('sha256', 'expected the checksum of the bytes that came, got another')
    }
    return { ...info, sha256: hash, bytes }
  }))
}
