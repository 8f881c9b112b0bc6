import type { Term } from './terms.ts'

// What stands between the parts of a word that others write as one: wi-fi, order-no, Q&A. After a dot only the shortest of
// endings, as in node.js: names of files and fields have dots too, and would fill the index.
const joint = /^[-‐‑&]$/

// Where neither part is so short, or both have more letters than that, nobody writes them as one.
const short = 3
const longest = 12

/** Of the terms of a text those words in two parts that others write as one: `wifi` for `wi-fi`. In their order. */
export function joinedTerms(text: string, terms: readonly Term[]): Term[] {
  return terms.flatMap((one, at) => {
    const other = terms[at + 1]
    const between = text.slice(one.end, other?.start)
    if (!other || !(joint.test(between) || (between === '.' && other.term.length < 3))) return []
    const term = one.term + other.term
    const isOne = Math.min(one.term.length, other.term.length) <= short && term.length <= longest && /^\p{L}{2,}\p{N}*$/u.test(term)
    return isOne ? [{ term, start: one.start, end: other.end }] : []
  })
}
