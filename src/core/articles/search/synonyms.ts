import { tokenize } from '../terms.ts'
import type { Language } from './language.ts'

/** A phrase of the question, and what could be said instead of it. */
export interface Said { from: number; to: number; instead: string[][] }

/** Finds phrases that have synonyms. Groups are words and phrases that mean the same. */
export function synonymFinder(groups: readonly (readonly string[])[], { stem, stop }: Language): (words: readonly string[]) => Said[] {
  /** Phrases as words and as stems, by the first stem. */
  const known = new Map<string, { stems: string[]; phrase: string; others: string[][] }[]>()
  for (const group of groups) {
    const phrases = group.map(phrase => telling(tokenize(phrase), stop)).filter(words => words.length)
    for (const words of phrases) {
      const stems = words.map(stem)
      const entry = { stems, phrase: stems.join(' '), others: phrases.filter(each => each !== words) }
      const first = stems[0]!
      const same = known.get(first)
      if (same) same.push(entry)
      else known.set(first, [entry])
    }
  }
  return words => {
    const stems = words.map(stem)
    return stems.flatMap((first, from) => (known.get(first) ?? []).flatMap(({ stems: { length }, phrase, others }) =>
      stems.slice(from, from + length).join(' ') === phrase ? { from, to: from + length, instead: others } : []))
  }
}

/** The words of a phrase that say something; all of them when none does. */
export function telling(words: readonly string[], stop: ReadonlySet<string>): string[] {
  const some = words.filter(word => !stop.has(word))
  return some.length ? some : [...words]
}
