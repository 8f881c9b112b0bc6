// Where each letter stands in the word: a bit per place. Empty between two scans.
let places: Uint32Array | undefined

/**
 * How many slips of the finger lie between a word and each of some terms: a letter too many, too few, another one,
 * or two that changed places (optimal string alignment, all of a column at once: Hyyrö 2003).
 * @param most beyond it nobody is told
 * @param tell `whole`: to the term; `begun`: to the beginning of it that comes nearest
 */
export function closeTo(
  word: string, terms: readonly string[], from: number, to: number, most: number, tell: (at: number, whole: number, begun: number) => void,
): void {
  const length = Math.min(word.length, 31)
  const last = 1 << (length - 1)
  const masks = (places ??= new Uint32Array(65_536))
  for (let at = 0; at < length; at++) masks[word.charCodeAt(at)]! |= 1 << at
  for (let at = from; at < to; at++) {
    const term = terms[at]!
    if (term.length < length - most) continue
    let rises = ~0
    let falls = 0
    let diagonal = 0
    let before = 0
    let whole = length
    let begun = length
    for (let place = 0; place < term.length; place++) {
      const here = masks[term.charCodeAt(place)]!
      diagonal = (((here & rises) + rises) ^ rises) | here | falls | (((~diagonal & here) << 1) & before)
      let up = falls | ~(diagonal | rises)
      const down = diagonal & rises
      if (up & last) whole++
      else if (down & last) whole--
      if (whole < begun) begun = whole
      // From here on every letter only adds to it.
      else if (place > length + most) break
      up = (up << 1) | 1
      rises = (down << 1) | ~(diagonal | up)
      falls = up & diagonal
      before = here
    }
    if (begun <= most) tell(at, term.length > length + most ? most + 1 : whole, begun)
  }
  for (let at = 0; at < length; at++) masks[word.charCodeAt(at)] = 0
}
