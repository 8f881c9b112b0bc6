import type { RungNews } from '../issue/rung-news.ts'
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

/** How many answers the usual time was measured of, where it is told: where the rung is `measured`, and it is known. */
export function measuredOf({ measured }: Rung, news: RungNews | undefined): number | undefined {
  return measured && isHours(news?.medianHours) && Number(news.sample) > 0 ? news.sample : undefined
}

/**
 * When to expect an answer to something sent at `now`: `answersWithin` hours, counting only those in which the rung is open: outside
 * of them the promise moves. Half of all answers take longer than the median, so that never makes a promise earlier: a slower one makes
 * it later, and where the owner says nothing it is twice as long.
 * Undefined when it promises nothing, or when its hours cannot be read: better no promise than a wrong one.
 */
export function answerBy(rung: Rung, now: number, news?: RungNews): number | undefined {
  const usual = measuredOf(rung, news) ? news!.medianHours! : 0
  const hours = rung.answersWithin ?? usual * 2
  if (!isHours(hours) || (rung.answersWithin === undefined && !usual)) return undefined
  return attempt(() => {
    let left = Math.max(hours, usual) * 3_600_000
    for (const { start, end } of openTimes(rung, now)) {
      const from = Math.max(now, start)
      if (end - from >= left) return from + left
      left -= end - from
    }
    return undefined
  }, undefined)
}

const isHours = (value: unknown): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value)

/** Hours are the owner's mistake to hear of when the settings are checked, never the customer's. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
