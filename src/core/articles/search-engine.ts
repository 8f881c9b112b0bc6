import type { LocaleIndex, PackedTerms } from './index-format.ts'
import { breather } from './search/breather.ts'
import { collect } from './search/collect.ts'
import { fetchedShelf } from './search/fetched-shelf.ts'
import type { SearchDocument } from './search/impact.ts'
import { languageOf, type Language } from './search/language.ts'
import { memoryShelf } from './search/memory-shelf.ts'
import { understand } from './search/question.ts'
import { rank, type Hit } from './search/score.ts'
import type { Shelf } from './search/shelf.ts'
import { synonymFinder } from './search/synonyms.ts'
import { thesaurusOf } from './search/thesaurus-of.ts'
import { tokenize } from './terms.ts'

export type { Hit, SearchDocument }
export { breather, thesaurusOf }

export interface SearchEngine {
  /**
   * Forgives misspelt and unfinished words, unless it is asked to take the text by its word (`strict`).
   * Rejects when a piece of the index that it needs cannot be had; the next question asks for it again.
   */
  search(query: string, limit: number, strict?: boolean): Promise<Hit[]>
}

export interface EngineOptions {
  /** BCP 47: whose endings and function words to know. Default: none. */
  locale?: string
  /** Groups of words and phrases that mean the same. */
  synonyms?: readonly (readonly string[])[]
}

// A story pasted into the search box is judged by its first words.
const longestQuery = 24

/** Indexes without blocking the page, a few milliseconds at a time. Positions count from 0. */
export async function buildEngine(documents: readonly SearchDocument[], { locale, synonyms = [] }: EngineOptions = {}): Promise<SearchEngine> {
  const breathe = breather()
  const language = await languageOf(locale)
  const shelf = memoryShelf(await collect(documents, language))
  // The first question is waiting already; the page is before it.
  await breathe()
  const made = engine(shelf, language, synonyms)
  await breathe()
  return made
}

/**
 * An engine over what was built beforehand.
 * @param head the terms of titles, where they are a file of their own
 * @param fetchPart gives a file of the index by its address; asked again for one that failed
 */
export async function openEngine(
  index: LocaleIndex, head: PackedTerms | undefined, fetchPart: (file: string) => Promise<unknown>, { locale, synonyms = [] }: EngineOptions = {},
): Promise<SearchEngine> {
  return engine(fetchedShelf(index, head, fetchPart), await languageOf(locale), [...synonyms, ...(index.synonyms ?? [])])
}

function engine(shelf: Shelf, language: Language, synonyms: readonly (readonly string[])[]): SearchEngine {
  const find = synonymFinder(synonyms, language)
  return {
    async search(query, limit, strict = false) {
      const words = [...new Set(tokenize(query))].slice(0, longestQuery)
      if (!words.length || !(limit > 0)) return []
      const breathe = breather()
      const question = await understand(words, !strict && /\S$/.test(query), strict, shelf, language, find, breathe)
      return rank(question, shelf, limit, strict, breathe)
    },
  }
}
