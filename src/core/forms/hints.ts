import type { Draft } from '../issue/draft.ts'
import type { Field, Hint } from './field.ts'
import type { Form } from './form.ts'

// Whoever has just begun needs no remarks.
const begun = 20
const long = 1_500
const loud = 20

/** Friendly remarks on what is being written; `locale` is the language the days are named in. */
export function hintsOn(form: Form, draft: Draft, locale: string): Hint[] {
  return form.shown(draft).flatMap(field => {
    const value = form.value(field, draft)
    const text = typeof value === 'string' ? value.trim() : ''
    return codes(field, text, locale).map(code => ({ field: field.name, code }))
  })
}

function codes({ type, expects }: Field, text: string, locale: string): Hint['code'][] {
  if (!/^(text|story)$/.test(type) || text.length < begun) return []
  const found: Hint['code'][] = []
  if (expects?.includes('number') && !/\p{N}/u.test(text)) found.push('no-number')
  if (expects?.includes('date') && !saysWhen(text, locale)) found.push('no-date')
  if (type !== 'story') return found
  if (text.length > long) found.push('very-long')
  // Scripts without capitals have neither; a small letter here and there, as in a name, changes nothing.
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  if (capitals > loud && small * 20 < capitals) found.push('only-capitals')
  return found
}

/** Whether a day is named: in figures, by its month or weekday, or as seen from today. In the customer's language or in English. */
function saysWhen(text: string, locale: string): boolean {
  if (/\p{Nd}{1,4}\s?[./\-年月日-]\s?\p{Nd}{0,4}/u.test(text)) return true
  const said = text.toLocaleLowerCase(locale)
  return dayNames(locale).concat(dayNames('en')).some(name => {
    // A short name stands in many a longer word, except where words are not parted anyway.
    const alone = name.length < 5 && !unparted.test(name)
    return alone ? new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(said) : said.includes(name)
  })
}

const unparted = /[\u0e00-\u0fff\u3040-\u9fff]/

/** Months, weekdays and the days around today, as the platform calls them. */
function dayNames(locale: string): string[] {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const names = [-2, -1, 0, 1].map(days => relative.format(days, 'day')).filter(name => !/\p{Nd}/u.test(name))
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC', calendar: 'gregory' })
    const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
    for (let i = 0; i < 12; i++) names.push(month.format(Date.UTC(2026, i, 15)))
    for (let i = 0; i < 7; i++) names.push(weekday.format(Date.UTC(2026, 0, 4 + i)))
  }
  return names
    .map(name => name.replace(/\.$/, '').toLocaleLowerCase(locale))
    .filter(name => name.length > (unparted.test(name) ? 1 : 2) && /^[\p{L}\p{M} ]+$/u.test(name))
}
