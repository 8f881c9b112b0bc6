import type { Breathe } from './breather.ts'
import { meanings, sameWord, slip, type Candidate } from './expand.ts'
import type { Language } from './language.ts'
import type { Dictionary, Shelf } from './shelf.ts'
import { placeOf } from './sorted.ts'
import { telling, type SynonymFinder } from './synonyms.ts'

/** Something a stretch of the question may mean: each of its parts has to be there, in one of its forms. */
export interface Meaning { slots: number[]; parts: Candidate[][]; weight: number }

export interface Question {
  words: string[]
  /** Whether each word says something, or only holds the sentence together. */
  telling: boolean[]
  meanings: Meaning[]
}

const worth = { joined: 0.95, split: 0.85, synonym: 0.6 }
const empty: Dictionary = { terms: [], postings: () => ({ documents: [], levels: [], count: 0 }) }

/** Works out what the words may mean. @param unfinished whether the last one may go on */
export async function understand(
  words: string[], unfinished: boolean, strict: boolean, shelf: Shelf, { stem, stop }: Language, synonyms: SynonymFinder, breathe: Breathe,
): Promise<Question> {
  // Of a last letter after other words nobody knows yet what it will be.
  const letter = unfinished && words.length > 1 && /^\w$/.test(words.at(-1) ?? '')
  const says = new Set(telling(letter ? words.slice(0, -1) : words, stop))
  const isTelling = words.map(word => says.has(word))
  const { head, local } = shelf
  const bodies = await Promise.all(words.map((word, at) => (isTelling[at] && (word.length > 1 || local) ? shelf.body(word) : empty)))
  const all: Meaning[] = []
  /** What a misspelt word is taken for among the synonyms. */
  const likely = [...words]
  const add = (slots: number[], parts: Candidate[][], weight: number) => {
    if (parts.every(part => part.length)) all.push({ slots, parts, weight })
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    await breathe()
    const body = bodies[at] ?? empty
    const single = word.length < 2 ? empty : body
    const last = unfinished && at === words.length - 1
    const asked = { word, last, stem, head, body: single, local }
    const found = strict || !(isTelling[at] || (letter && last)) ? sameWord(asked) : meanings(asked)
    const own = found.filter(({ term, dictionary }) => term === word || dictionary === head || !stop.has(term))
    add([at], [own], 1)
    const next = words[at + 1]
    if (next) add([at, at + 1], [sameWord({ word: word + next, stem, head, body })], worth.joined)
    if (!isTelling[at]) continue
    if (!own.some(({ weight }) => weight > 0.8)) for (const parts of halves(word, local ? [head, body] : [head])) add([at], parts, worth.split)
    if (!strict && !own.some(({ weight }) => weight >= 0.9)) {
      const meant = own.find(({ weight }) => weight === slip)?.term ?? (last ? undefined : synonyms.near(word))
      if (meant) likely[at] = meant
    }
  }
  await breathe()
  const slots = words.map((_, at) => at).filter(at => isTelling[at])
  const askSynonyms = async (asked: string[], weight: number) => {
    for (const { from, to, instead } of synonyms.find(slots.map(at => asked[at]!))) {
      for (const phrase of instead) {
        const parts = await Promise.all(phrase.map(async word => sameWord({ word, stem, head, body: local ? await shelf.body(word) : empty })))
        add(slots.slice(from, to), parts, weight)
      }
    }
  }
  await askSynonyms(words, worth.synonym)
  if (likely.some((word, at) => word !== words[at])) await askSynonyms(likely, worth.synonym * slip)
  return { words, telling: isTelling, meanings: all }
}

/** The ways to read one word as two that are there. */
function halves(word: string, dictionaries: readonly Dictionary[]): Candidate[][][] {
  const whole = (part: string): Candidate[] => dictionaries.flatMap(dictionary => {
    const at = placeOf(dictionary.terms, part)
    return dictionary.terms[at] === part ? { term: part, at, dictionary, weight: 1 } : []
  })
  const ways: Candidate[][][] = []
  for (let cut = 1; cut < word.length; cut++) {
    if (cut < 3 && word.length - cut < 3) continue
    ways.push([whole(word.slice(0, cut)), whole(word.slice(cut))])
  }
  return ways.filter(parts => parts.every(part => part.length))
}
