import type { Rung } from './ladder.ts'
import { openTimes } from './open-times.ts'

/** Whether somebody is there at `now`. A `message` always finds an open form; a rung with unreadable hours counts as open. */
export function isOpen(rung: Rung, now: number): boolean {
  return rung.kind === 'message' || attempt(() => (openTimes(rung, now).next().value?.start ?? Infinity) <= now, true)
}

/** When it opens next, in milliseconds since 1970. Undefined when it is open, or does not open within 400 days. */
export function nextOpening(rung: Rung, now: number): number | undefined {
  return isOpen(rung, now) ? undefined : attempt(() => openTimes(rung, now).next().value?.start, undefined)
}

/**
 * When to expect an answer to something sent at `now`: `answersWithin` hours, counting only those in which the rung is open.
 * Undefined when it promises nothing, or when its hours cannot be read: better no promise than a wrong one.
 */
export function answerBy(rung: Rung, now: number): number | undefined {
  const hours = rung.answersWithin
  if (typeof hours !== 'number' || !(hours >= 0)) return undefined
  return attempt(() => {
    let left = hours * 3_600_000
    let from = now
    for (const { start, end } of openTimes(rung, now)) {
      from = Math.max(from, start)
      if (end - from >= left) return Number.isFinite(left) ? from + left : undefined
      // Overlapping stretches count once.
      left -= Math.max(0, end - from)
      from = Math.max(from, end)
    }
    return undefined
  }, undefined)
}

/** Hours are the owner's mistake to hear of when the settings are checked, never the customer's. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
