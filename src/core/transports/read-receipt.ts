import type { Receipt } from '../issue/receipt.ts'
import { isRecord } from '../support/json.ts'
import { readPerson } from './read-person.ts'

const text = (value: unknown): value is string => typeof value === 'string'

/**
 * The receipt in an answer, by a fixed list of fields; undefined when it is not one for this issue.
 * An echo of the issue itself has the id as well, so a reference is asked for too.
 * @param now ISO 8601, for backends that do not say when they took it.
 */
export function readReceipt(value: unknown, id: string, now: string): Receipt | undefined {
  if (!isRecord(value) || value.id !== id || !text(value.reference) || !value.reference) return undefined
  const { reference, token, url, expectBy, next, acceptedAt } = value
  const owner = readPerson(value.owner)
  return {
    id,
    reference,
    ...(text(token) && { token }),
    ...(text(url) && { url }),
    ...(owner && { owner }),
    ...(text(expectBy) && { expectBy }),
    ...(text(next) && { next }),
    acceptedAt: text(acceptedAt) ? acceptedAt : now,
  }
}
