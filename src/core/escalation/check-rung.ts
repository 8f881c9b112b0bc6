import { EarshotError, type Problem } from '../support/errors.ts'
import { shorten } from '../support/whole-at.ts'
import { checkAddress } from './check-address.ts'
import type { Rung } from './ladder.ts'
import { openTimes } from './open-times.ts'
import { parseHours } from './opening-hours.ts'
import { overlap } from './overlaps.ts'

/**
 * What the owner should know about a rung: unreadable or overlapping hours, an unknown zone, impossible days, an address that is none.
 * @param path JSON pointer of the rung (`/ladder/0`).
 * @param chat whether the owner's own chat is there to be opened.
 */
export function checkRung(rung: Rung, path: string, chat = false): Problem[] {
  const problems: Problem[] = []
  const complain = (code: string, at: string, message: string) => void problems.push({ code, message, path: path + at })
  rung.holidays?.forEach((day, index) => {
    if (!isDay(day)) complain('ladder/bad-holiday', `/holidays/${index}`, `Expected a day as YYYY-MM-DD, but got "${shorten(day, 60)}"; it is not counted as a holiday`)
  })
  rung.exceptions?.forEach(({ date, hours }, index) => {
    const at = `/exceptions/${index}`
    if (!isDay(date)) complain('ladder/bad-exception', `${at}/date`, `Expected a day as YYYY-MM-DD, but got "${shorten(date, 60)}"; its hours are as usual`)
    const wrong = hours === undefined ? undefined : unreadable(() => parseHours(hours))
    if (wrong) complain(wrong.code, `${at}/hours`, `${wrong.message}; nobody counts as there on ${shorten(date, 60)}`)
  })
  const wrong = unreadable(() => openTimes(rung, 0).next())
  if (wrong) {
    const field = wrong.code === 'ladder/bad-hours' ? 'hours' : 'timeZone'
    complain(wrong.code, `/${field}`, `${wrong.message}; "${shorten(rung.name, 60)}" counts as always reachable`)
  } else if (rung.hours !== undefined && overlap(parseHours(rung.hours))) {
    complain('ladder/overlapping-hours', '/hours', `Some hours in "${rung.hours}" are named twice; they count once. A break ends them: "Mo-Fr 09:00-12:00,13:00-17:00"`)
  }
  // Hours make the zone matter: an unknown one without them does no harm, but was meant.
  if (!wrong && rung.timeZone !== undefined && !isZone(rung.timeZone)) {
    complain('ladder/bad-time-zone', '/timeZone', `Expected an IANA time zone such as "Europe/Berlin", but got "${shorten(rung.timeZone, 60)}"`)
  }
  return [...problems, ...checkAddress(rung, path, chat)]
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

function isZone(zone: string): boolean {
  return !unreadable(() => new Intl.DateTimeFormat('en', { timeZone: zone }))
}

function unreadable(read: () => unknown): { code: string; message: string } | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    const { code = '', message } = error as EarshotError
    return { code, message }
  }
}
