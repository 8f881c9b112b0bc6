import { EarshotError } from '../support/errors.ts'
import { shorten } from '../support/whole-at.ts'

/**
 * One stretch of a weekday, in minutes of the wall clock since that day's midnight.
 * `to` is above 1440 where the night runs into the next day.
 */
export interface Span { from: number; to: number }

/** Seven lists of spans, Sunday first, as `Date.prototype.getDay` counts. */
export type OpeningHours = readonly (readonly Span[])[]

// A week has not that many hours; each costs time whenever somebody asks who is there.
const longest = 1_000

const days = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']
const expected = 'Expected schema.org opening hours such as "Mo-Fr 09:00-17:30; Sa 10:00-14:00"'

/**
 * Reads schema.org opening hours: `Mo-Fr 09:00-17:30`, `Mo,We 09:00-12:00,13:00-17:00`, `Fr-Sa 20:00-02:00`, `Su off`, `24/7`.
 * Rules are separated by `;` and add up; `off` empties its days. A rule without times is open all day, one without days every day.
 * @throws {EarshotError} `ladder/bad-hours`, naming the part that could not be read.
 */
export function parseHours(text: string): OpeningHours {
  if (text.length > longest) fail(shorten(text, 60), `${text.length} characters`)
  const week: Span[][] = days.map(() => [])
  const rules = text.split(';').map(rule => rule.trim()).filter(Boolean)
  if (!rules.length) fail(text, text)
  for (const rule of rules) {
    // "Sa, Su 10:00 - 14:00" is how people write it.
    const compact = rule.toLowerCase().replace(/[–—]/g, '-').replace(/\s*([,-])\s*/g, '$1')
    if (compact === '24/7') {
      for (const spans of week) spans.push({ from: 0, to: 1440 })
      continue
    }
    const match = /^([a-z]{2}(?:[,-][a-z]{2})*)?(?:(?:^|\s+)(off|closed|\d[\d:,-]*))?$/.exec(compact)
    if (!match) return fail(text, rule)
    const [, which, times] = match
    const chosen = which ? which.split(',').flatMap(part => daysOf(part, text)) : days.map((_, day) => day)
    const spans = !times ? [{ from: 0, to: 1440 }] : /^[oc]/.test(times) ? [] : times.split(',').map(part => spanOf(part, text))
    for (const day of chosen) week[day] = spans.length ? [...(week[day] ?? []), ...spans] : []
  }
  return week
}

/** `mo` or `fr-mo`, which runs over the week's end. */
function daysOf(part: string, text: string): number[] {
  const [first = '', last = first, more] = part.split('-')
  const from = days.indexOf(first)
  const to = days.indexOf(last)
  if (from < 0 || to < 0 || more !== undefined) return fail(text, part)
  return [...Array(((to - from + 7) % 7) + 1).keys()].map(step => (from + step) % 7)
}

function spanOf(part: string, text: string): Span {
  const match = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(part)
  if (!match) return fail(text, part)
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map(Number)
  const from = h1 * 60 + m1
  const to = h2 * 60 + m2
  if (m1 > 59 || m2 > 59 || from >= 1440 || to > 1440 || from === to) return fail(text, part)
  return { from, to: to > from ? to : to + 1440 }
}

function fail(text: string, part: string): never {
  throw new EarshotError('ladder/bad-hours', `${expected}, but "${part}" in "${text}" cannot be read`, { hours: text, part })
}
