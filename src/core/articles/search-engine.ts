import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch'
import { pack, unpack, type PackedIndex, type PlainIndex } from './packed-index.ts'
import { tokenize } from './terms.ts'

/** What the engine reads of an article. */
export interface SearchDocument { title: string; headings?: string; summary?: string; body?: string }

export interface Hit {
  /** The document's place in the list that was indexed. */
  position: number
  /** Higher is better; only comparable within one answer. */
  score: number
  /** How much of the question it has, 0 to 1, each word counting by how rare it is. */
  share: number
  /** The words of the index that were found, folded: what an excerpt marks. */
  terms: string[]
}

export interface SearchEngine {
  /** Forgives misspelt and unfinished words, unless it is asked to take the text by its word (`strict`). */
  search(query: string, limit: number, strict?: boolean): Hit[]
  /** To be written as JSON and given to `loadEngine`. */
  toJSON(): PackedIndex
}

type Numbered = SearchDocument & { id: number }

const options: Options<Numbered> = { fields: ['title', 'headings', 'summary', 'body'], tokenize, processTerm: term => term }

const asking: SearchOptions = {
  boost: { title: 6, headings: 3, summary: 2, body: 1 },
  // Short words have too many neighbours; "cat" is not a misspelt "car".
  fuzzy: term => (term.length < 4 || /[^\p{Alphabetic}]/u.test(term) ? false : term.length < 6 ? 1 : 2),
  // Of the last word people have typed the beginning; of the others they may have left out an ending.
  // One letter after other words is not yet worth going through half the index for.
  prefix: (term, index, terms) => term.length >= (index < terms.length - 1 ? 3 : terms.length > 1 ? 2 : 1),
  weights: { fuzzy: 0.3, prefix: 0.5 },
}

// What begins with a letter is in every article; in a title it may be meant.
const inTitles = (terms: readonly string[]) => terms.length === 1 && /^\w$/.test(terms[0] ?? '') && { fields: ['title', 'headings'] }

// A story pasted into the search box is judged by its first words.
const longestQuery = 24

/** Indexes without blocking the page: in batches, with pauses. Positions count from 0. */
export async function buildEngine(documents: readonly SearchDocument[]): Promise<SearchEngine> {
  const mini = new MiniSearch(options)
  await mini.addAllAsync(documents.map((document, id) => ({ ...document, id })), { chunkSize: 20 })
  return engine(mini)
}

/** @throws whatever a broken index makes the engine throw; the caller says which file it was. */
export async function loadEngine(json: unknown): Promise<SearchEngine> {
  return engine(await MiniSearch.loadJSAsync(unpack(json as PackedIndex) as Parameters<typeof MiniSearch.loadJS>[0], options as Options))
}

function engine(mini: MiniSearch): SearchEngine {
  return {
    search(query, limit, strict = false) {
      const terms = [...new Set(tokenize(query))].slice(0, longestQuery)
      if (!terms.length || !(limit > 0)) return []
      const results = mini.search(query, { ...asking, ...inTitles(terms), tokenize: () => terms, ...(strict && { fuzzy: false, prefix: false }) })
      return rank(results, terms, mini.documentCount, strict).slice(0, limit)
    },
    toJSON: () => pack(mini.toJSON() as unknown as PlainIndex),
  }
}

/**
 * Documents with all the words come before those with some, each word counting by how rare it is,
 * so that "how do I" weighs nothing beside "refund". What has next to nothing of a long question is left out.
 */
function rank(results: SearchResult[], terms: readonly string[], total: number, strict: boolean): Hit[] {
  const counts = new Map<string, number>(terms.map(term => [term, 0]))
  for (const { queryTerms } of results) for (const term of queryTerms) counts.set(term, (counts.get(term) ?? 0) + 1)
  // A word found nowhere may be a slip of the finger, unless the text was to be taken by its word.
  const weights = new Map([...counts].map(([term, count]) => [term, count || strict ? Math.log(1 + total / (count || 1)) : 0]))
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return results
    .map(({ id, score, terms: found, queryTerms }) => {
      const share = queryTerms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) / all
      return { position: id as number, score: score * share ** 2, share, terms: found }
    })
    .filter(({ share }) => share > 0.2)
    .sort((a, b) => b.score - a.score)
}
