import type { FindingKind, Stretch } from './finding.ts'
import { blanks, numbers, table, type Cut, type Rule } from './redaction-table.ts'

export interface StretchOptions {
  /** Rows for the ids that the owner names. */
  ids?: readonly Rule[]
  /** The owner's own patterns; what they match becomes `[redacted]`. How long they take is up to them. */
  own?: readonly RegExp[]
  /** Kinds not to look for. */
  off?: readonly FindingKind[]
}

// Stands over what is found already, unit for unit, so that places stay and no row finds it again.
const cover = '\ufffc'
// A stretch that is covered may uncover the boundary of another one; more rounds than this no text needs that was not made for it.
const mostRounds = 8

// Digits, spaces and hyphens of other scripts, one unit each: the rows know ASCII only.
const foreign = /[\p{Nd}\p{Zs}\u2010-\u2015\u2212\uff0b\uff20\uff0e]/gu

/** The same text with ASCII digits, spaces and signs; its places are the same. */
function plain(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text
  return text.replace(foreign, sign => {
    if (sign.length > 1 || sign < '\x7f') return sign
    if (/\p{Zs}/u.test(sign)) return ' '
    if (/\p{Nd}/u.test(sign)) return String(digitOf(sign))
    return { '\uff0b': '+', '\uff20': '@', '\uff0e': '.' }[sign] ?? '-'
  })
}

/** Digits come in rows of ten that begin with their zero, which is the first of its kind. */
function digitOf(sign: string): number {
  const code = sign.charCodeAt(0)
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value++
  return value
}

/**
 * What looks personal or secret in a text, in its order and without overlaps. Takes linear time, but for patterns of the
 * owner's own. Of what is blanked out already nothing is found, and once all of it is blanked out nothing more is; the owner's
 * own patterns may, where a match makes the text beside it one.
 */
export function stretches(text: string, { ids = [], own = [], off = [] }: StretchOptions = {}): Stretch[] {
  const rules = [...table, ...ids, ...numbers].filter(({ kind }) => !off.includes(kind))
  const theirs: readonly Rule[] = off.includes('own') ? [] : own.map(pattern => ({
    kind: 'own', blank: '[redacted]', hint: /[^]/, pattern: new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '') + 'g'),
  }))
  const found: Stretch[] = []
  const hide = (seen: string, cuts: readonly Cut[]): string => {
    let result = ''
    let done = 0
    for (const { start, end } of cuts) {
      result += seen.slice(done, start) + cover.repeat(end - start)
      done = end
    }
    return result + seen.slice(done)
  }
  const blanksIn = [...text.matchAll(blanks)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  let seen = hide(plain(text), blanksIn)
  let original = own.length ? hide(text, blanksIn) : ''

  const apply = (rule: Rule, on: string): readonly Cut[] => {
    if (!rule.hint.test(on)) return []
    const cuts: Cut[] = []
    const { pattern } = rule
    pattern.lastIndex = 0
    for (let match = pattern.exec(on); match; match = pattern.exec(on)) {
      if (!match[0]) {
        pattern.lastIndex += (on.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
        continue
      }
      const meant = rule.cut?.(match) ?? [{ start: match.index, end: match.index + match[0].length }]
      for (const cut of meant) {
        if (on.slice(cut.start, cut.end).includes(cover)) continue
        const { start, end, kind = rule.kind } = cut
        if (off.includes(kind)) continue
        cuts.push(cut)
        found.push({ kind, start, end, text: text.slice(start, end), blank: rule.blank })
      }
    }
    return cuts
  }

  for (let round = 0, before = -1; round < mostRounds && before < found.length; round++) {
    before = found.length
    for (const rule of rules) {
      const cuts = apply(rule, seen)
      if (!cuts.length) continue
      seen = hide(seen, cuts)
      if (original) original = hide(original, cuts)
    }
    for (const rule of theirs) {
      const cuts = apply(rule, original)
      if (!cuts.length) continue
      seen = hide(seen, cuts)
      original = hide(original, cuts)
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The text with its stretches blanked out, which must be in its order. */
export function blankOut(text: string, found: readonly Stretch[]): string {
  let result = ''
  let done = 0
  for (const { start, end, blank } of found) {
    result += text.slice(done, start) + blank
    done = end
  }
  return result + text.slice(done)
}
