import { day } from '../support/clock.ts'

/** A moment as a clock on the wall shows it. */
export interface WallClock {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** Minutes since midnight. */
  minute: number
}

// Making a formatter costs a thousand times more than using it.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** The wall clock's reading as if it were UTC, in milliseconds: the difference to `time` is the zone's offset. */
function shown(time: number, zone: string): number {
  const parts = new Map(formatOf(zone).formatToParts(time).map(part => [part.type, Number(part.value)]))
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

/**
 * What a wall clock in an IANA zone shows at `time` (milliseconds since 1970).
 * @throws {RangeError} for a zone the platform does not know.
 */
export function wallClock(time: number, zone: string): WallClock {
  const wall = new Date(shown(time, zone))
  return {
    year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate(),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  }
}

/**
 * When a wall clock in the zone shows this; fields may run over (`day: 32`, `minute: 1500`).
 * A time that happens twice, when clocks go back, is its first occurrence; one that is skipped, when they go forward,
 * is as long after the change as it would have been.
 */
export function instantOf(wall: WallClock, zone: string): number {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, 0, wall.minute)
  // No zone changes twice within two days, so these are the two offsets that can apply.
  const offsets = [shown(wanted - day, zone) - wanted + day, shown(wanted + day, zone) - wanted - day]
  const fitting = offsets.map(offset => wanted - offset).filter(time => shown(time, zone) === wanted)
  return fitting.length ? Math.min(...fitting) : wanted - (offsets[0] ?? 0)
}
