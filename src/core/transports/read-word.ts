import type { Receipt } from '../issue/receipt.ts'
import { isRecord } from '../support/json.ts'
import { readReceipt } from './read-receipt.ts'
import { retryAfter } from './retry-after.ts'
import { TransportError } from './transport.ts'

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What the other side of a socket or a port says of one issue, as JSON or as the object itself:
 * `{ type: "receipt", id, reference, … }` with the fields of a receipt, or
 * `{ type: "error", id, retry?: "never", retryAfter?: whole seconds, detail?, pointer? }`.
 * Undefined for everything else, another issue's included: it is not for us, and nothing of it is believed.
 * @throws {TransportError} for an error; without `retry: "never"` it may be tried again.
 */
export function readWord(said: unknown, id: string, now: string, where: string): Receipt | undefined {
  const word = typeof said === 'string' ? json(said) : said
  if (!isRecord(word) || word.id !== id) return undefined
  if (word.type === 'receipt') return readReceipt(word, id, now)
  if (word.type !== 'error') return undefined
  const never = word.retry === 'never'
  const afterMs = typeof word.retryAfter === 'number' ? retryAfter(`${word.retryAfter}`, null, 0) : undefined
  const detail = typeof word.detail === 'string' ? word.detail.slice(0, 1_000) : undefined
  const code = never ? 'transport/refused' : afterMs ? 'transport/busy' : 'transport/failed'
  throw new TransportError(code, `${where} refused the issue${detail ? `: ${detail}` : ''}`, {
    retry: never ? 'never' : 'later',
    ...(afterMs && { afterMs }),
    ...(detail && { detail }),
    ...(typeof word.pointer === 'string' && { pointer: word.pointer }),
  })
}

/** Tokens of earlier issues of the same case, for what is sent first: proof that it is the same customer. */
export const tokensOf = (earlier: readonly Receipt[]): string[] => earlier.flatMap(({ token }) => (token ? [token] : []))
