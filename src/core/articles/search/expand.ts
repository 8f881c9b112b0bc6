import { closeTo } from './closeness.ts'
import type { Dictionary } from './shelf.ts'
import { placeOf, rangeOf } from './sorted.ts'

/** A term that a word of the question may mean, and how surely: 1 is the word itself. */
export interface Candidate { term: string; at: number; dictionary: Dictionary; weight: number }

export interface Asked {
  word: string
  /** It may be unfinished: the last one, with nothing behind it. */
  last: boolean
  stem: (word: string) => string
  head: Dictionary
  body: Dictionary
  /** Whether looking at many terms of the body costs nothing but time. */
  local: boolean
}

// What each way to a term is worth; the more of the term was written, the nearer to the first number.
const worth = {
  same: 1, stem: 0.9,
  typed: [0.85, 0.5], begun: [0.7, 0.4], inside: [0.5, 0.25],
  slips: [1, 0.7, 0.45], otherLetter: 0.85,
} as const

/** What a term is worth that is one slip of the finger away, and begins with the same letter. */
export const slip = worth.slips[1]

/** What the same word with another ending is worth; whatever is worth less is a guess. */
export const otherEnding = worth.stem

/** The terms that are the word itself, or the same word with another ending. */
export function sameWord({ word, stem, head, body }: Omit<Asked, 'last' | 'local'>): Candidate[] {
  return [head, body].flatMap(dictionary => related(word, stem, dictionary, 0))
}

/** All the terms that a word may mean: also unfinished, misspelt, or part of a longer one. */
export function meanings({ word, last, stem, head, body, local }: Asked): Candidate[] {
  const found = [
    ...related(word, stem, head, word.length > 2 || last ? (last ? 2 : 1) : 0),
    ...related(word, stem, body, word.length > (local && last ? 1 : 2) ? (last ? 2 : 1) : 0),
  ]
  if (found.some(({ term }) => term === word) || word.length < 4 || !/\p{L}{4}/u.test(word)) return found
  // Another ending was found; but a slip can look like one ("posittion", "positive").
  const known = found.some(({ weight }) => weight >= worth.stem)
  const most = known || word.length < 6 ? 1 : 2
  const begun = found.length > 0
  for (const dictionary of [head, body]) {
    const whole = dictionary === head
    if (!known && (whole || local)) found.push(...within(word, dictionary))
    if (whole || (local && !known) || !begun) found.push(...misspelt(word, last, dictionary, whole, most))
  }
  if (local && !found.length) found.push(...misspelt(word, last, body, true, most))
  // What was meant may have another ending too.
  const meant = found.filter(({ weight }) => weight === slip)
  return [...found, ...meant.flatMap(({ term, weight }) =>
    sameWord({ word: term, stem, head, body }).map(candidate => ({ ...candidate, weight: candidate.weight * weight })))]
}

/** @param unfinished 2: probably, 1: perhaps, 0: it is not */
function related(word: string, stem: Asked['stem'], dictionary: Dictionary, unfinished: 0 | 1 | 2): Candidate[] {
  const { terms } = dictionary
  const root = stem(word)
  const stemmed = root !== word || stem(`${word}s`) !== `${word}s`
  const beginning = stemmed ? word.slice(0, Math.max(3, Math.min(root.length, word.length) - 1)) : word
  const found: Candidate[] = []
  const [from, to] = unfinished || stemmed ? rangeOf(terms, beginning) : [placeOf(terms, word), placeOf(terms, word) + 1]
  for (let at = from; at < to; at++) {
    const term = terms[at] ?? ''
    const weight = term === word ? worth.same
      : stemmed && stem(term) === root ? worth.stem
        : unfinished && term.startsWith(word) ? between(worth[unfinished > 1 ? 'typed' : 'begun'], word.length / term.length) : 0
    if (weight) found.push({ term, at, dictionary, weight })
  }
  return found
}

/** Words made of words: terms that end with it or hold it, and terms that it begins or ends with. */
function within(word: string, dictionary: Dictionary): Candidate[] {
  const { terms } = dictionary
  const found: Candidate[] = []
  const add = (term: string, at: number, share: number) => found.push({ term, at, dictionary, weight: between(worth.inside, share) })
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!
    if (term.length > word.length + 2 && term.indexOf(word, 1) > 0) add(term, at, word.length / term.length)
  }
  for (let length = word.length - 3; length > 3; length--) {
    for (const part of [word.slice(0, length), word.slice(-length)]) {
      const at = placeOf(terms, part)
      if (terms[at] === part) add(part, at, length / word.length)
    }
  }
  return found
}

function misspelt(word: string, last: boolean, dictionary: Dictionary, anyLetter: boolean, most: number): Candidate[] {
  const { terms } = dictionary
  const [from, to] = anyLetter ? [0, terms.length] : rangeOf(terms, word.charAt(0))
  const found: Candidate[] = []
  closeTo(word, terms, from, to, most, (at, whole, begun) => {
    const term = terms[at]!
    const slips = whole <= most ? whole : begun
    const unfinished = whole > most
    if (unfinished && (!last || word.length < 5 || (slips > 1 && word.length < 8))) return
    const weight = worth.slips[slips]! * (term[0] === word[0] ? 1 : worth.otherLetter) * (unfinished ? between(worth.typed, word.length / term.length) : 1)
    found.push({ term, at, dictionary, weight })
  })
  // In a text, unlike in titles, each of them costs a look; the likeliest will do.
  return anyLetter ? found : found.sort((a, b) => b.weight - a.weight).slice(0, 6)
}

const between = ([most, least]: readonly [number, number], share: number) => least + (most - least) * share
