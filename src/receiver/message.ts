import { clean } from '../core/issue/clean.ts'
import { limits } from '../core/issue/issue.ts'
import { isRecord, type Json } from '../core/support/json.ts'
import type { Clock } from '../core/support/clock.ts'
import { contentType, parseJson, readBody } from './body.ts'
import { Refusal, type PointedError } from './refusal.ts'

/** Bytes of a message's JSON: room for the longest text in any script. */
export const largestMessage = 64 * 1024

/** Reads a small JSON object. @throws {Refusal} 400, 413, 415, 422 */
export async function readObject(request: Request, what: string, clock: Clock): Promise<Record<string, Json>> {
  if (contentType(request) !== 'application/json') throw new Refusal(415, 'Expected application/json.')
  const { value } = parseJson(await readBody(request, largestMessage, clock), what)
  const data = clean(value, undefined, true)
  if (!isRecord(data)) throw new Refusal(422, `${what} is not an object.`, { errors: [{ pointer: '', detail: 'expected an object' }] })
  return data as Record<string, Json>
}

/** The text of a message: as it was typed, at most as long as a story; empty only where something else says it all. */
export function messageText({ text }: Record<string, unknown>, mayBeEmpty = false): string {
  const detail =
    typeof text !== 'string' || !(mayBeEmpty || text.trim()) ? 'expected text that is not empty'
    : text.length > limits.story ? `expected at most ${limits.story} characters, got ${text.length}` : undefined
  if (detail) throw unprocessable({ pointer: '/text', detail })
  return text as string
}

export const unprocessable = (error: PointedError): Refusal => new Refusal(422, `${error.pointer}: ${error.detail}`, { errors: [error] })

/** What the id of an issue or a message may be. */
export const idPattern = /^[\w.~:-]{1,128}$/

// The receiver's own messages have ids that nobody else can take first.
const own = 'earshot:'

/** The id of a message, minted by its sender. */
export function messageId({ id }: Record<string, unknown>): string {
  if (typeof id === 'string' && idPattern.test(id) && !id.startsWith(own)) return id
  throw unprocessable({ pointer: '/id', detail: `expected 1 to 128 of A-Z a-z 0-9 . _ ~ : -, not beginning with ${own}` })
}
