import type { Clock } from '../core/support/clock.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { Bytes } from './bytes.ts'
import { growing } from './intake/growing.ts'
import { linger } from './intake/linger.ts'
import { keepPace } from './intake/pace.ts'
import { visitOf } from './intake/visit.ts'
import { Refusal } from './refusal.ts'
import { note } from './watch/notes.ts'

const deepest = 64

/** The request's content type in lower case, without parameters. */
export const contentType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()

/**
 * Reads a body of at most `max` bytes at the pace that the intake asks for: what is larger is refused by its declared length, else as soon as it
 * has grown too large, and the rest is not kept.
 * @throws {Refusal} 400, 408, 413, 415, 503
 */
export async function readBody(request: Request, max: number, clock: Clock): Promise<Bytes> {
  const tooLarge = () => new Refusal(413, `Expected at most ${max} bytes.`)
  const declared = Number(request.headers.get('content-length') ?? 0)
  const isPacked = !/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')
  const early = isPacked ? new Refusal(415, 'Expected a body that is not compressed.') : declared > max ? tooLarge() : undefined
  if (!request.body) {
    if (early) throw early
    return new Uint8Array()
  }
  if (request.bodyUsed || request.body.locked) {
    throw new EarshotError('receiver/body-read', 'The body was read before it came to the receiver, by a body parser perhaps: mount the receiver first')
  }
  const reader = request.body.getReader()
  const visit = visitOf(request)
  let giveUp!: (why: Refusal) => void
  const givenUp = new Promise<never>((_, reject) => giveUp = reject)
  givenUp.catch(() => {})
  visit.giveUp = giveUp
  const pace = keepPace(visit.pace, clock, visit.dawdle, giveUp)
  let size = 0
  const collect = async () => {
    const body = growing(declared, max)
    let pieces = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return body.whole()
      size += value.length
      if (size > max) throw tooLarge()
      // Pieces cost more than their bytes: whoever sends a byte at a time means no good.
      if (++pieces > 1_000 + size / 64) throw new Refusal(400, 'The body came in too small pieces.')
      pace.heard(value.length)
      const more = body.needs(value.length)
      if (more) visit.hold(more)
      body.add(value)
    }
  }
  try {
    if (early) throw early
    return await Promise.race([collect(), givenUp])
  } catch (error) {
    linger(reader, clock)
    throw error instanceof Refusal ? error : new Refusal(400, 'The body ended too early.')
  } finally {
    pace.stop()
    visit.giveUp = undefined
    note(request, { bytesIn: size })
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
