/** A part of a regular expression, as far as our own go: no named groups, no flags m and v. */
export type Part =
  | { type: 'set'; source: string }
  | { type: 'row' | 'either'; parts: Part[] }
  | { type: 'repeat'; part: Part; min: number; max: number; lazy: boolean }
  | { type: 'group'; part: Part; number: number }
  | { type: 'look'; part: Part; back: boolean; not: boolean }
  | { type: 'again'; number: number }
  | { type: 'edge'; edge: '^' | '$' | '\\b' | '\\B' }

const set = /\[(?:\\[^]|[^\]])*\]|\\(?:[pP]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[^])|[^]/uy
const quantifier = /([*+?]|\{(\d+)(,(\d*))?\})(\??)/y
const opening = /\((\?(?::|<?[=!]))?/y

/** What a source that compiles is made of, and how many groups it has. */
export function patternOf(source: string): { part: Part; groups: number } {
  let at = 0
  let groups = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  const either = (): Part => {
    const parts = [row()]
    while (source[at] === '|') at++, parts.push(row())
    return parts.length > 1 ? { type: 'either', parts } : parts[0]!
  }
  const row = (): Part => {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(one()))
    return { type: 'row', parts }
  }
  const repeated = (part: Part): Part => {
    const found = take(quantifier)
    if (!found) return part
    const [, sign, least, comma, most, lazy] = found
    const [min, max] = least === undefined
      ? [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity]
      : [Number(least), most ? Number(most) : comma ? Infinity : Number(least)]
    return { type: 'repeat', part, min, max, lazy: lazy === '?' }
  }
  const one = (): Part => {
    if (source[at] === '(') return group(take(opening)![1])
    const [found] = take(set)!
    if (found === '^' || found === '$' || found === '\\b' || found === '\\B') return { type: 'edge', edge: found }
    if (/^\\[1-9]$/.test(found)) return { type: 'again', number: Number(found[1]) }
    return { type: 'set', source: found }
  }
  const group = (sort: string | undefined): Part => {
    const number = sort ? 0 : ++groups
    const part = either()
    at++
    if (!sort) return { type: 'group', part, number }
    return sort === '?:' ? part : { type: 'look', part, back: sort.includes('<'), not: sort.endsWith('!') }
  }
  return { part: either(), groups }
}
