import { blankOut, stretches } from './stretches.ts'

/**
 * Blanks out what looks personal or secret: e-mail addresses, telephone numbers, card numbers (Luhn), IBANs (checksum), tokens
 * and keys, long hexadecimal, session ids, passwords and secret values in addresses. It reduces what leaves the page; it cannot
 * find everything. Takes linear time, and a second pass changes nothing. Order numbers, versions, UUIDs and dates stay.
 * @param patterns the site's own: what they match becomes `[redacted]`. How long they take is up to them.
 */
export function redact(text: string, patterns: readonly RegExp[] = []): string {
  return blankOut(text, stretches(text, { own: patterns }))
}
