import { tokenize } from '../terms.ts'
import { closeTo } from './closeness.ts'
import type { Language } from './language.ts'

/** A phrase of the question, and what could be said instead of it. */
export interface Said { from: number; to: number; instead: string[][] }

export interface SynonymFinder {
  find(words: readonly string[]): Said[]
  /** The known word that this one is a slip of the finger away from, or that it begins with, if any. */
  near(word: string): string | undefined
}

/** Finds phrases that have synonyms. Groups are words and phrases that mean the same. */
export function synonymFinder(groups: readonly (readonly string[])[], { stem, stop }: Language): SynonymFinder {
  const single = new Set<string>()
  /** Phrases as words and as stems, by the first stem. */
  const known = new Map<string, { stems: string[]; phrase: string; others: string[][] }[]>()
  for (const group of groups) {
    const phrases = group.map(phrase => tokenize(phrase).filter(word => !stop.has(word))).filter(words => words.length)
    for (const words of phrases) {
      if (words.length < 2) single.add(words[0]!)
      const stems = words.map(stem)
      const entry = { stems, phrase: stems.join(' '), others: phrases.filter(each => each !== words) }
      const first = stems[0]!
      const same = known.get(first)
      if (same) same.push(entry)
      else known.set(first, [entry])
    }
  }
  const words = [...single]
  return {
    find(words) {
      const stems = words.map(stem)
      return stems.flatMap((first, from) => (known.get(first) ?? []).flatMap(({ stems: { length }, phrase, others }) =>
        stems.slice(from, from + length).join(' ') === phrase ? { from, to: from + length, instead: others } : []))
    },
    near(word) {
      let nearest: string | undefined
      if (word.length > 4) closeTo(word, words, 0, words.length, 1, (at, whole) => void (whole < 2 && (nearest ??= words[at])))
      for (let length = word.length - 3; !nearest && length > 4; length--) if (single.has(word.slice(0, length))) nearest = word.slice(0, length)
      return nearest
    },
  }
}

/** The words of a phrase that say something; all of them when none does. */
export function telling(words: readonly string[], stop: ReadonlySet<string>): string[] {
  const some = words.filter(word => !stop.has(word))
  return some.length ? some : [...words]
}
