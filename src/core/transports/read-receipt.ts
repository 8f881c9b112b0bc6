import type { Receipt } from '../issue/receipt.ts'
import { isRecord } from '../support/json.ts'

const text = (value: unknown): value is string => typeof value === 'string'

/**
 * The receipt in an answer, by a fixed list of fields; undefined when it is not one for this issue.
 * An echo of the issue itself has the id as well, so a reference is asked for too.
 * @param now ISO 8601, for backends that do not say when they took it.
 */
export function readReceipt(value: unknown, id: string, now: string): Receipt | undefined {
  if (!isRecord(value) || value.id !== id || !text(value.reference) || !value.reference) return undefined
  const { reference, token, url, owner, expectBy, next, acceptedAt } = value
  return {
    id,
    reference,
    ...(text(token) && { token }),
    ...(text(url) && { url }),
    ...(isRecord(owner) && text(owner.name) && { owner: { name: owner.name, ...(text(owner.avatar) && { avatar: owner.avatar }) } }),
    ...(text(expectBy) && { expectBy }),
    ...(text(next) && { next }),
    acceptedAt: text(acceptedAt) ? acceptedAt : now,
  }
}
