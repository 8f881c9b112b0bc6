import { EarshotError } from '../support/errors.ts'
import { day } from '../support/clock.ts'
import type { Rung } from './ladder.ts'
import { parseHours, type Span } from './opening-hours.ts'
import { instantOf, wallClock } from './zoned-time.ts'

/** From `start` up to, not including, `end`, in milliseconds since 1970. */
export interface OpenTime { start: number; end: number }

const horizon = 400

/**
 * The stretches in which a rung works and that end after `now`, soonest first. None overlaps the next; they may touch.
 * Ends after 400 days; a rung that is always there gives one without end.
 * @throws {EarshotError} `ladder/bad-hours`, `ladder/bad-time-zone`. A single day's hours that cannot be read: nobody is there that day.
 */
export function* openTimes(rung: Rung, now: number): Generator<OpenTime> {
  const { hours, holidays = [], exceptions = [] } = rung
  if (hours === undefined && !holidays.length && !exceptions.length) {
    yield { start: -Infinity, end: Infinity }
    return
  }
  const week = parseHours(hours ?? '24/7')
  const zone = knownZone(rung.timeZone ?? 'UTC')
  const today = wallClock(now, zone)
  let told = -Infinity
  // From yesterday on: its night may still be running.
  for (let offset = -1; offset < horizon; offset++) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day) + offset * day)
    const spans = spansOf(date, week, holidays, exceptions)
    if (!spans.length) continue
    const at = (minute: number) =>
      instantOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minute }, zone)
    // Samoa had no 30 December 2011: nobody works on a day that is not there.
    if (wallClock(at(720), zone).day !== date.getUTCDate()) continue
    for (const { start, end } of spans.map(({ from, to }) => ({ start: at(from), end: at(to) })).sort((a, b) => a.start - b.start)) {
      // What overlaps counts once.
      const next = { start: Math.max(start, told), end }
      if (next.end <= Math.max(now, next.start)) continue
      told = next.end
      yield next
    }
  }
}

function spansOf(date: Date, week: ReturnType<typeof parseHours>, holidays: readonly string[], exceptions: NonNullable<Rung['exceptions']>): readonly Span[] {
  const name = date.toISOString().slice(0, 10)
  const weekday = date.getUTCDay()
  const special = exceptions.filter(each => each.date === name)
  if (special.length) return special.flatMap(({ hours }) => (hours === undefined ? [] : (readable(hours)?.[weekday] ?? [])))
  return holidays.includes(name) ? [] : (week[weekday] ?? [])
}

function readable(hours: string): ReturnType<typeof parseHours> | undefined {
  try {
    return parseHours(hours)
  } catch {
    return undefined
  }
}

function knownZone(zone: string): string {
  try {
    wallClock(0, zone)
    return zone
  } catch {
    throw new EarshotError('ladder/bad-time-zone', `Expected an IANA time zone such as "Europe/Berlin", but got "${zone}"`, { zone })
  }
}
