import type { AttachmentInfo, Issue } from '../core/issue/issue.ts'
import { validateIssue } from '../core/issue/validate.ts'
import type { Clock } from '../core/support/clock.ts'
import { contentType, parseJson, readBody } from './body.ts'
import { encode, sha256, type Bytes } from './bytes.ts'
import { Refusal } from './refusal.ts'
import type { ReceiverLimits } from './settings.ts'

export interface EnclosedFile extends AttachmentInfo { sha256: string; bytes: Bytes }

/** An issue as it arrived: checked, its characters beside it, its files matched to their descriptions. */
export interface Submission {
  issue: Issue
  raw: string
  files: EnclosedFile[]
  /** Of the issue's and the files' bytes: tells a repeat from another body under the same key. */
  hash: string
}

const wrong = (pointer: string, detail: string) => new Refusal(422, `${pointer}: ${detail}`, { errors: [{ pointer, detail }] })

const bytesOf = async (part: FormDataEntryValue): Promise<Bytes> =>
  typeof part === 'string' ? encode(part) : new Uint8Array(await part.arrayBuffer())

interface Parts { issue: Bytes; files: [name: string, bytes: Bytes][] }

async function parts(request: Request, body: Bytes, limits: ReceiverLimits): Promise<Parts> {
  const headers = { 'content-type': request.headers.get('content-type')! }
  const form = await new Response(body, { headers }).formData()
    .catch(() => { throw new Refusal(400, 'The body is not multipart/form-data.') })
  const issue = form.get('issue')
  if (issue === null) throw new Refusal(400, 'Expected a part named "issue", got none.')
  const entries = [...form].filter(([name]) => name !== 'issue')
  if (entries.length > limits.attachments) {
    throw new Refusal(413, `Expected at most ${limits.attachments} attachments, got ${entries.length}.`)
  }
  const files = entries.map(async ([name, part]): Promise<[string, Bytes]> => [name, await bytesOf(part)])
  return { issue: await bytesOf(issue), files: await Promise.all(files) }
}

/** By the part's name where it is the attachment's id, else by their order. */
async function match(described: readonly AttachmentInfo[], files: Parts['files']): Promise<EnclosedFile[]> {
  if (described.length !== files.length) {
    throw wrong('/attachments', `expected as many files as descriptions, got ${files.length} for ${described.length}`)
  }
  const named = new Map(files)
  const byName = described.every(info => named.has(info.id))
  return Promise.all(described.map(async (info, index) => {
    const bytes = byName ? named.get(info.id)! : files[index]![1]
    const hash = await sha256(bytes)
    const refuse = (key: string, detail: string) => wrong(`/attachments/${index}/${key}`, detail)
    if (bytes.length !== info.size) throw refuse('size', `expected ${bytes.length}, the bytes that came, got ${info.size}`)
    if (info.sha256 !== undefined && info.sha256.toLowerCase() !== hash) {
      throw refuse('sha256', 'expected the checksum of the bytes that came, got another')
    }
    return { ...info, sha256: hash, bytes }
  }))
}

/** Reads `POST {endpoint}`: JSON, or multipart with the issue and its files. @throws {Refusal} 400, 408, 413, 415, 422 */
export async function readSubmission(request: Request, limits: ReceiverLimits, clock: Clock): Promise<Submission> {
  const type = contentType(request)
  const key = request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1')
  const multipart = type === 'multipart/form-data'
  if (!multipart && type !== 'application/json') throw new Refusal(415, 'Expected application/json or multipart/form-data.')
  if (!key) throw new Refusal(400, 'Expected the header Idempotency-Key with the id of the issue, got none.')

  const body = await readBody(request, multipart ? limits.request : limits.issue, clock)
  const sent = multipart ? await parts(request, body, limits) : { issue: body, files: [] }
  if (sent.issue.length > limits.issue) throw new Refusal(413, `Expected an issue of at most ${limits.issue} bytes.`)
  const { text, value } = parseJson(sent.issue, 'The issue')
  const result = validateIssue(value)
  if (!result.ok) {
    const errors = result.problems.map(({ pointer, message }) => ({ pointer, detail: message }))
    throw new Refusal(422, `${errors[0]!.pointer || 'The issue'}: ${errors[0]!.detail}`, { errors })
  }
  const { issue } = result
  if (key !== issue.id) throw wrong('/id', 'expected the same as in the header Idempotency-Key, got another')
  const files = await match(issue.attachments ?? [], sent.files)
  const hash = await sha256(encode([await sha256(sent.issue), ...files.map(file => file.sha256)].join()))
  return { issue, raw: text, files, hash }
}
