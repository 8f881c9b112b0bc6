import { isCardNumber, isIban } from './checksums.ts'

type Rule = readonly [pattern: RegExp, replace: (match: string, ...groups: string[]) => string]

// Every pattern starts at a boundary it looks back for, and repeats only disjoint classes: hostile text costs linear time.
const secretName = /token|secret|passw|passphrase|api[_-]?key|signature|credential|session_?id|jwt|^(?:pwd|auth|authorization)$/i
// Too common a word in running text; in an address it is a secret.
const secretInAddress = /^(?:key|code|sig|sid|pin|otp|pass|session)$|[_-](?:key|sig|pwd)$/i
const opaque = /^(?=.*\d)(?=.*[a-z])|^.{20}/i

// Keys that say by their beginning whose they are
const makers = 'gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|AKIA|ASIA|AIza|npm_|SG\\.|shpat_|ya29\\.|hf_|whsec_'
const knownKey = new RegExp(`(?<![\\w-])(?:[spr]k[-_](?:live_|test_|proj-|ant-)?|${makers})[\\w.-]{16,}`, 'g')

const rules: readonly Rule[] = [
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, () => '[secret]'],
  // user:password@ in an address
  [/(?<=:\/\/)[^\s/?#:@]*:[^\s/?#]*@/g, () => '[secret]@'],
  // name=value, and "name": "value"
  [/(.?)(?<![\w.%-])([\w.%-]+)(=|["']\s{0,9}:\s{0,9}["'])([^&#;\s"'<>[\]]+)/g, (all, before = '', name = '', sign = '') =>
    secretName.test(name) || (/[?&#;]/.test(before) && secretInAddress.test(name)) ? `${before}${name}${sign}[secret]` : all],
  // JSON Web Tokens: three parts, the first two of them JSON
  [/(?<![\w.-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, () => '[token]'],
  [/\b(Bearer|Basic|Token)(\s{1,9})([\w.~+/=-]{8,})/gi, (all, scheme = '', space = '', value = '') =>
    opaque.test(value) ? `${scheme}${space}[token]` : all],
  [knownKey, () => '[token]'],
  [/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}])/gu, () => '[email]'],
  [/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z\d]){11,30}/giu, match => cutIban(match)],
  [/(?<![\p{L}\p{N}_.+-])\d(?:[ .\u00a0\u202f-]?\d){11,}(?![\p{L}\p{N}_])/gu, match => cutCards(match)],
  [/(?<![\da-z])(?:0x)?[\da-f]{32,}(?![\da-z])/gi, () => '[hex]'],
]

/** An account number may be followed by more letters: the longest beginning that is one counts. */
function cutIban(match: string): string {
  for (let end = match.length; end >= 15; end--) {
    if (/[a-z\d]/i.test(match[end] ?? '')) continue
    if (isIban(match.slice(0, end))) return '[iban]' + match.slice(end)
  }
  return match
}

/** A row of numbers may hold a card's among others: every group may be its first. */
function cutCards(match: string): string {
  const groups = [...match.matchAll(/\d+/g)]
  let done = 0
  let text = ''
  for (let first = 0; first < groups.length; first++) {
    let digits = ''
    for (let last = first; last < groups.length && digits.length < 19; last++) {
      const group = groups[last]!
      digits += group[0]
      if (!isCardNumber(digits)) continue
      text += match.slice(done, groups[first]!.index) + '[card]'
      done = group.index + group[0].length
      first = last
      break
    }
  }
  return text + match.slice(done)
}

const blank = /(\[(?:email|card|iban|token|secret|hex|redacted)\])/

/**
 * Blanks out what looks personal or secret: e-mail addresses, card numbers (Luhn), IBANs (checksum), tokens and keys, long
 * hexadecimal, passwords and secret values in addresses. It reduces what leaves the page; it cannot find everything.
 * Takes linear time, and a second pass changes nothing. Order numbers, versions, UUIDs and dates stay.
 * @param patterns the site's own: what they match becomes `[redacted]`. How long they take is up to them.
 */
export function redact(text: string, patterns: readonly RegExp[] = []): string {
  const own = patterns.map((pattern): Rule => [
    new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '') + 'g'),
    match => match && '[redacted]',
  ])
  return [...rules, ...own].reduce(
    (result, [pattern, replace]) =>
      // What is already blank is out of reach of the next rule.
      result.split(blank).map((part, index) => (index % 2 ? part : part.replace(pattern, replace))).join(''),
    text,
  )
}
