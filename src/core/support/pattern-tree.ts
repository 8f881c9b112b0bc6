/** A regular expression as a tree. A `set` is any one character that its source matches; an `again` refers back to a group. */
export type PatternTree =
  | { type: 'set'; source: string }
  | { type: 'row' | 'either'; parts: PatternTree[] }
  | { type: 'repeat'; part: PatternTree; min: number; max: number }
  | { type: 'look'; part: PatternTree }
  | { type: 'again' | 'switch' }

const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y
const escape = /\\(?:k<[^>]*>|[pPu]\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[1-9]\d*|[^])/y
const opening = /\((\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]+:))?/y
const character = /[^]/uy

/** Reads a source that compiles with the flag `u` or, where `sets` says so, `v`. */
export function patternTree(source: string, sets: boolean): PatternTree {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }

  const either = (): PatternTree => {
    const parts = [row()]
    while (source[at] === '|') {
      at++
      parts.push(row())
    }
    return parts.length > 1 ? { type: 'either', parts } : parts[0]!
  }

  const row = (): PatternTree => {
    const parts: PatternTree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(one()))
    return { type: 'row', parts }
  }

  const repeated = (part: PatternTree): PatternTree => {
    const found = take(quantifier)
    if (!found) return part
    const [all, least, comma, most] = found
    if (least === undefined) return { type: 'repeat', part, min: all[0] === '+' ? 1 : 0, max: all[0] === '?' ? 1 : Infinity }
    return { type: 'repeat', part, min: Number(least), max: most ? Number(most) : comma ? Infinity : Number(least) }
  }

  const one = (): PatternTree => {
    switch (source[at]) {
      case '(': return group(take(opening)![1] ?? '')
      case '[': return { type: 'set', source: bracket() }
      case '\\': return escaped(take(escape)![0])
      case '^': case '$': return at++, { type: 'row', parts: [] }
      default: return { type: 'set', source: take(character)![0] }
    }
  }

  const group = (sort: string): PatternTree => {
    const part = either()
    at++
    if (/^\?[a-z-]+:/.test(sort)) return { type: 'switch' }
    return /^\?<?[=!]/.test(sort) ? { type: 'look', part } : part
  }

  const escaped = (found: string): PatternTree => {
    if (/^\\[bB]/.test(found)) return { type: 'row', parts: [] }
    return /^\\(?:k|[1-9])/.test(found) ? { type: 'again' } : { type: 'set', source: found }
  }

  const bracket = (): string => {
    const start = at
    let depth = 0
    do {
      if (source[at] === '\\') at++
      else if (source[at] === '[' && (sets || !depth)) depth++
      else if (source[at] === ']') depth--
      at++
    } while (depth)
    return source.slice(start, at)
  }

  return either()
}
