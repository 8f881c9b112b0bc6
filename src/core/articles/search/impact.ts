import { joinedTerms } from '../joined-terms.ts'
import { termsOf } from '../terms.ts'
import { levels } from './postings.ts'

/** What the engine reads of an article. */
export interface SearchDocument {
  title: string
  /** Other words for the same thing: found as if they stood in the title. */
  aliases?: readonly string[]
  headings?: string
  summary?: string
  body?: string
  /** 2 counts double, 0.5 half. Default 1; kept between 0.1 and 10. */
  boost?: number
  /** ISO 8601: of two alike the newer one comes first. */
  updatedAt?: string
}

/** How much a document is about each of its words, from 1 to `levels`; words of its title apart. */
export interface Impact { head: Map<string, number>; body: Map<string, number> }

// A word counts by where it stands, and the less the more others stand there; `usual` is how many of them weigh nothing.
const fields = {
  title: { weight: 12, usual: 4, even: 0.4 },
  headings: { weight: 2.5, usual: 20, even: 0.5 },
  summary: { weight: 2, usual: 15, even: 0.5 },
  body: { weight: 2, usual: 200, even: 0.5 },
} as const

// What is said at this weight counts half of what can be reached at all.
const half = 4

// Said more and more often in the text a word approaches the weight of the field; the title stays above it.
const often = 2

/**
 * BM25F with fixed lengths in place of averages, so that one document's change does not move the others.
 * @param age years since the newest document; old age costs a tenth at most
 */
export function impactOf({ title, aliases = [], headings = '', summary = '', body = '' }: SearchDocument, age: number): Impact {
  const named = new Map<string, number>()
  for (const name of [title, ...aliases]) {
    for (const [term, { weight }] of counted(termsIn(name), fields.title)) named.set(term, Math.max(named.get(term) ?? 0, weight))
  }
  const all = new Map(named)
  const add = (term: string, weight: number) => all.set(term, (all.get(term) ?? 0) + weight)
  for (const [field, text] of [['headings', headings], ['summary', summary]] as const) {
    for (const [term, { weight }] of counted(termsIn(text), fields[field])) add(term, weight)
  }
  for (const [term, { rate }] of counted(termsIn(body.slice(0, longest)), fields.body)) add(term, (fields.body.weight * rate) / (rate + often))
  const fresh = 0.9 + 0.1 / (1 + age / 2)
  const impact: Impact = { head: new Map(), body: new Map() }
  for (const [term, weight] of all) {
    const level = Math.max(1, Math.round((levels * fresh * weight) / (weight + half)))
    impact[named.has(term) ? 'head' : 'body'].set(term, level)
  }
  return impact
}

function counted(terms: readonly string[], { weight, usual, even }: (typeof fields)[keyof typeof fields]) {
  const counts = new Map<string, { rate: number; weight: number }>()
  const each = 1 / (even + ((1 - even) * terms.length) / usual)
  for (const term of terms) {
    const rate = (counts.get(term)?.rate ?? 0) + each
    // Said twice in a title it is hardly more about it.
    counts.set(term, { rate, weight: weight * Math.min(rate, each * 1.2) })
  }
  return counts
}

// Beyond this nobody has read either, and it would be read in one breath.
const longest = 60_000

/** Its words, and those in two parts also as one. */
function termsIn(text: string): string[] {
  const terms = termsOf(text)
  return [...terms, ...joinedTerms(text, terms)].map(({ term }) => term)
}
