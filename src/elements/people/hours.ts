import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import type { ShownRung } from '../shared/shown-rung.ts'

/** Whether clocks there show something else than the customer's at that moment. */
function isElsewhere(timeZone: string, at: number): boolean {
  const shown = (zone?: string) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', ...(zone && { timeZone: zone }) }).format(at)
  try {
    return shown(timeZone) !== shown()
  } catch {
    return false
  }
}

/** Whether somebody is there now, else when again, in the customer's own time. */
export function hoursOf({ open, opensAt, timeZone }: ShownRung, locale: string, say: Say): string {
  if (open) return say('people.open')
  const time = moment(opensAt, locale)
  if (!time) return say('people.closed')
  return say(timeZone && isElsewhere(timeZone, opensAt!) ? 'people.opensYours' : 'people.opens', { time })
}

/** A length of time as one says it: `40 minutes`, `3 hours`. */
function durationOf(hours: number, locale: string): string {
  const inHours = hours >= 1
  const value = inHours ? Math.round(hours) : Math.max(1, Math.round(hours * 60))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: inHours ? 'hour' : 'minute', unitDisplay: 'long' }).format(value)
}

/** Until when there is an answer; where that was measured, it says so. Undefined: nobody promises anything. */
export function answerOf({ answerBy, measured, news, timeZone }: ShownRung, locale: string, say: Say): string | undefined {
  const time = moment(answerBy, locale)
  if (!time) return undefined
  if (!measured || news?.medianHours === undefined) return say('people.answer', { time })
  return say(timeZone ? 'people.measuredOpen' : 'people.measured', { time, duration: durationOf(news.medianHours, locale) })
}
