const second = 1_000
const day = 86_400 * second
const year = 365 * day

/**
 * Milliseconds to wait by a `Retry-After` header, in seconds or as an HTTP date; between 1 s and 24 h.
 * A date is read against the answer's own `Date`, because the customer's clock may be wrong.
 * Undefined for what makes no sense (negative, past, more than a year): then our own back-off holds.
 * @param now milliseconds since 1970, for answers without a `Date` (cross-origin ones hide it).
 */
export function retryAfter(value: string | null, date: string | null, now: number): number | undefined {
  if (!value) return undefined
  const seconds = /^\s*\d+\s*$/.test(value)
  // Only dates that name a weekday: `Date.parse` takes "-5" for a year.
  const wait = seconds ? Number(value) * second : /^\s*[A-Z]/i.test(value) ? Date.parse(value) - (Date.parse(date ?? '') || now) : NaN
  return wait > 0 && wait <= year ? Math.min(Math.max(wait, second), day) : undefined
}
