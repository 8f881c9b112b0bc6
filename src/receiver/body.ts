import { deadline } from '../core/support/deadline.ts'
import type { Clock } from '../core/support/clock.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { Bytes } from './bytes.ts'
import { Refusal } from './refusal.ts'

const deepest = 64
const slowest = 60_000

/** The request's content type in lower case, without parameters. */
export const contentType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()

/**
 * Reads a body of at most `max` bytes within a minute: what is larger is refused by its declared length, else as soon as it
 * has grown too large, and the rest is not read.
 */
export async function readBody(request: Request, max: number, clock: Clock): Promise<Bytes> {
  const tooLarge = () => new Refusal(413, `Expected at most ${max} bytes.`)
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) throw new Refusal(415, 'Expected a body that is not compressed.')
  if (Number(request.headers.get('content-length')) > max) throw tooLarge()
  if (!request.body) return new Uint8Array()

  const reader = request.body.getReader()
  const collect = async () => {
    const parts: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > max) throw tooLarge()
      parts.push(value)
    }
    const bytes = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }
  try {
    return await deadline(collect(), slowest, 'receiver/slow', clock)
  } catch (error) {
    void reader.cancel().catch(() => {})
    if (error instanceof Refusal) throw error
    throw error instanceof EarshotError ? new Refusal(408, 'The body took longer than a minute.') : new Refusal(400, 'The body ended too early.')
  }
}

/** Brackets outside of strings, counted before anything is built of them. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++
    } else if (character === '{' || character === '[') {
      if (++depth > deepest) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}

/** Reads JSON in strict UTF-8; answers with the characters, too. */
export function parseJson(bytes: Bytes, what: string): { text: string; value: unknown } {
  const refuse = (detail: string) => new Refusal(400, `${what} ${detail}`, { errors: [{ pointer: '', detail }] })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse('is not UTF-8.')
  }
  if (isTooDeep(text)) throw refuse(`is deeper than ${deepest} levels.`)
  try {
    return { text, value: JSON.parse(text) as unknown }
  } catch {
    throw refuse('is not JSON.')
  }
}
