/**
 * A moment as one says it: the time on the same day, weekday and time within a week, else the date.
 * In the customer's own time zone. Undefined when it is no moment, such as a date a backend made up.
 * @param moment milliseconds since 1970, or ISO 8601
 */
export function moment(moment: number | string | undefined, locale: string, now = Date.now()): string | undefined {
  const date = new Date(moment ?? NaN)
  const away = Math.abs(date.getTime() - now)
  if (Number.isNaN(away)) return undefined
  const today = new Date(now)
  const time = { hour: 'numeric', minute: '2-digit' } as const
  const options: Intl.DateTimeFormatOptions =
    date.toDateString() === today.toDateString() ? time
    : away < 6 * 864e5 ? { weekday: 'long', ...time }
    : { day: 'numeric', month: 'long', ...(date.getFullYear() !== today.getFullYear() && { year: 'numeric' }), ...time }
  return new Intl.DateTimeFormat(locale, options).format(date)
}

/** The day alone: `21 November 2026`. Undefined when it is no date. */
export function day(moment: string | undefined, locale: string): string | undefined {
  const date = new Date(moment ?? NaN)
  return Number.isNaN(date.getTime()) ? undefined : new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)
}
