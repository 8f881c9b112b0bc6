import { EarshotError } from '../support/errors.ts'
import type { Rung } from './ladder.ts'
import { parseHours, type Span } from './opening-hours.ts'
import { instantOf, wallClock } from './zoned-time.ts'

/** From `start` up to, not including, `end`, in milliseconds since 1970. */
export interface OpenTime { start: number; end: number }

const horizon = 400

/**
 * The stretches in which a rung works and that end after `now`, soonest first; they may touch or overlap.
 * Ends after 400 days; a rung without hours and holidays gives one without end.
 * @throws {EarshotError} `ladder/bad-hours`, `ladder/bad-time-zone`.
 */
export function* openTimes(rung: Rung, now: number): Generator<OpenTime> {
  if (rung.hours === undefined && !rung.holidays?.length) {
    yield { start: -Infinity, end: Infinity }
    return
  }
  const week = parseHours(rung.hours ?? '24/7')
  const zone = knownZone(rung.timeZone ?? 'UTC')
  const today = wallClock(now, zone)
  // From yesterday on: its night may still be running.
  for (let offset = -1; offset < horizon; offset++) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + offset))
    if (rung.holidays?.includes(date.toISOString().slice(0, 10))) continue
    const at = (minute: number) =>
      instantOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minute }, zone)
    for (const span of [...(week[date.getUTCDay()] ?? [])].sort(byStart)) {
      const next = { start: at(span.from), end: at(span.to) }
      if (next.end > Math.max(now, next.start)) yield next
    }
  }
}

const byStart = (a: Span, b: Span) => a.from - b.from

function knownZone(zone: string): string {
  try {
    wallClock(0, zone)
    return zone
  } catch {
    throw new EarshotError('ladder/bad-time-zone', `Expected an IANA time zone such as "Europe/Berlin", but got "${zone}"`, { zone })
  }
}
