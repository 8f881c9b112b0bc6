import { isMessage } from './message-record.ts'
import type { Failure, Kept, Listed } from './record.ts'

const second = 1_000
export const longest = 300 * second
const hour = 3_600 * second
const day = 24 * hour

/** Between two attempts of any kind: two a second at most; one a second while the backend fails. */
export const gap = 500

/** When the next attempt is due. A clock that was put back must not move it out of sight. */
export const dueAt = (record: Listed, now: number): number =>
  Math.min(record.dueAt, now + (record.afterMs ?? record.graceMs ?? (record.status === 'refused' ? hour : longest)))

/** Whether the customer may still take it back; as long as this is so, it has not been sent. */
export const isHeld = (record: Listed, now: number): boolean =>
  record.graceMs !== undefined && record.status === 'kept' && now < dueAt(record, now)

/** The same for any reason: nobody else has a message that never went, or that was refused. */
export const mayBeTakenBack = (record: Listed, now: number): boolean =>
  isHeld(record, now) || (isMessage(record) && (record.attempts === 0 || !retriable(record)))

/** Until when the others wait as well: 429 speaks of this browser, not of one issue, but may not stop the rest for long. */
export const heldUntil = ({ dueAt, afterMs, failure }: Listed): number =>
  afterMs && failure?.status === 429 ? dueAt - afterMs + Math.min(afterMs, longest) : 0

/** Whether there will be another attempt without an edit. */
export const retriable = (record: Listed): boolean => record.status !== 'refused' || record.dueAt > 0

/**
 * The record after a failed attempt. Only a `TransportError`, told by its name because there may be two copies
 * of that class on a page, can say `never` or `afterMs`; whatever else was thrown counts as `later`.
 * Waits: between 1 s and 1 s · 2ⁿ (at most 5 min), at random, so that browsers do not come back all at once.
 */
export function afterFailure(record: Kept, thrown: unknown, now: number, random: () => number): Kept {
  const error = (typeof thrown === 'object' && thrown) || {}
  const { name, code, retry, status, detail, pointer, afterMs } = error as Record<string, unknown>
  const { afterMs: _, graceMs: __, misses: missed = 0, ...rest } = record
  const spoken = name === 'TransportError'
  const attempts = record.attempts + 1
  const failure: Failure = {
    code: typeof code === 'string' ? code : 'transport/failed',
    ...(typeof status === 'number' && { status }),
    ...(typeof detail === 'string' && { detail }),
    ...(typeof pointer === 'string' && { pointer }),
  }
  if (spoken && retry === 'never') return { ...rest, attempts, failure, status: 'refused', dueAt: 0 }

  const misses = status === 404 || status === 405 || status === 410 ? missed + 1 : 0
  const asked = spoken && Number(afterMs) > 0 ? Math.min(Math.max(Number(afterMs), second), day) : 0
  const between = (from: number, to: number) => from + random() * (to - from)
  const wait =
    asked ||
    (misses > 2
      ? hour
      : status === 409 && attempts < 10
        ? between(second, 5 * second)
        : between(second, Math.min(longest, second * 2 ** attempts)))
  return {
    ...rest,
    attempts,
    failure,
    status: misses > 2 ? 'refused' : 'waiting',
    dueAt: now + wait,
    ...(asked && { afterMs: asked }),
    ...(misses && { misses }),
  }
}
