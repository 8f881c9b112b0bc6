import type { Issue } from '../core/issue/issue.ts'
import { validateIssue } from '../core/issue/validate.ts'
import type { Clock } from '../core/support/clock.ts'
import { parseJson } from './body.ts'
import { encode, sha256 } from './bytes.ts'
import { matchFiles, readEnclosed, type EnclosedFile } from './enclosed.ts'
import { unprocessable } from './message.ts'
import { Refusal } from './refusal.ts'
import type { ReceiverLimits } from './settings.ts'

/** An issue as it arrived: checked, its characters beside it, its files matched to their descriptions. */
export interface Submission {
  issue: Issue
  raw: string
  files: EnclosedFile[]
  /** Of the issue's and the files' bytes: tells a repeat from another body under the same key. */
  hash: string
}

/** The issue in a value. @throws {Refusal} 422, with everything that is wrong */
export function checkIssue(value: unknown, what: string): Issue {
  const result = validateIssue(value)
  if (result.ok) return result.issue
  const errors = result.problems.map(({ pointer, message }) => ({ pointer, detail: message }))
  throw new Refusal(422, `${errors[0]!.pointer || what}: ${errors[0]!.detail}`, { errors })
}

/** Reads `POST {endpoint}`: JSON, or multipart with the issue and its files. @throws {Refusal} 400, 408, 413, 415, 422 */
export async function readSubmission(request: Request, limits: ReceiverLimits, clock: Clock): Promise<Submission> {
  const key = request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1')
  if (!key) throw new Refusal(400, 'Expected the header Idempotency-Key with the id of the issue, got none.')
  const sent = await readEnclosed(request, 'issue', limits.issue, limits, clock)
  const { text, value } = parseJson(sent.json, 'The issue')
  const issue = checkIssue(value, 'The issue')
  if (key !== issue.id) throw unprocessable({ pointer: '/id', detail: 'expected the same as in the header Idempotency-Key, got another' })
  const files = await matchFiles(issue.attachments ?? [], sent.files)
  const hash = await sha256(encode([await sha256(sent.json), ...files.map(file => file.sha256)].join()))
  return { issue, raw: text, files, hash }
}
