/** Lets so many different words through, then `other`: whoever scrapes keeps a series for each, for ever. */
export function bounded(most: number): (word: string | undefined) => string {
  const known = new Set<string>()
  return word => {
    if (word === undefined) return 'none'
    if (known.has(word)) return word
    if (known.size >= most || !/^[\w/ .:-]{1,60}$/.test(word)) return 'other'
    known.add(word)
    return word
  }
}
