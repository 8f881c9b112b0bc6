import { blankOut, stretches } from './stretches.ts'

/**
 * Blanks out what looks personal or secret: e-mail addresses, telephone numbers, card numbers (Luhn), IBANs (checksum), tokens
 * and keys, long hexadecimal, session ids, passwords and secret values in addresses. It reduces what leaves the page; it cannot
 * find everything. Takes linear time, and a second pass changes nothing. Order numbers, versions, UUIDs and dates stay.
 * @param patterns the site's own, texts as in the settings: what they match becomes `[redacted]`. How long they take is up to them.
 * @throws {SyntaxError} for a text that is no regular expression
 */
export function redact(text: string, patterns: readonly (RegExp | string)[] = []): string {
  const own = patterns.map(pattern => (typeof pattern === 'string' ? new RegExp(pattern, 'u') : pattern))
  return blankOut(text, stretches(text, { own }))
}
