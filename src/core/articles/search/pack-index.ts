import type { IndexedArticle, IndexParts, LocaleIndex, PackedTerms } from '../index-format.ts'
import type { Collected, Collection } from './collect.ts'
import { packTerms } from './front-coding.ts'
import { packPostings } from './postings.ts'

export interface PackedIndex {
  /** Its `parts.folder`, if it has parts, is for the writer to name. */
  index: LocaleIndex
  /** Of a large index: the terms of titles, and the other pieces by their names (`p0.json`), each to be written as JSON. */
  head?: PackedTerms
  parts?: Map<string, unknown>
}

// Up to here one file is less trouble than several, in characters of JSON.
const smallest = 100_000

// What one piece holds: postings and terms in characters, articles by number.
const size = { postings: 4000, terms: 4500, articles: 8 }

/** Packs a language's index for travelling: into one piece, or, once that is large, into one for each thing that may be asked. */
export function packIndex(collection: Collection, articles: readonly IndexedArticle[], synonyms: readonly (readonly string[])[] = []): PackedIndex {
  const { total, boosts } = collection
  const more = {
    version: 2 as const, total,
    ...(boosts.size && { boosts: Object.fromEntries(boosts) }), ...(synonyms.length && { synonyms: synonyms.map(group => [...group]) }),
  }
  const head = packed(collection.head)
  const whole: LocaleIndex = { ...more, head, body: packed(collection.body), articles: [...articles] }
  if (JSON.stringify(whole).length <= smallest) return { index: whole }
  const pieces = new Map<string, unknown>()
  const parts: IndexParts = {
    folder: '', vocabulary: cutTerms(collection.body.terms, pieces), postings: cutPostings(collection.body, pieces),
    articles: { each: size.articles, first: [] },
  }
  for (let at = 0; at < articles.length; at += size.articles) {
    parts.articles.first.push(articles[at]!.id)
    pieces.set(`d${at / size.articles}.json`, articles.slice(at, at + size.articles))
  }
  return { index: { ...more, parts }, head, parts: pieces }
}

const packed = ({ terms, lists }: Collected): PackedTerms => ({ terms: packTerms(terms), postings: lists.map(packPostings).join(' ') })

/** Cut between letters, so that all terms of one letter lie together. */
function cutTerms(terms: readonly string[], pieces: Map<string, unknown>): IndexParts['vocabulary'] {
  const cuts: IndexParts['vocabulary'] = { first: [], at: [] }
  const close = (to: number) => {
    const number = cuts.at.length - 1
    if (number >= 0) pieces.set(`v${number}.json`, packTerms(terms.slice(cuts.at[number], to)))
  }
  let length = Infinity
  terms.forEach((term, at) => {
    if (length > size.terms && term.charAt(0) !== terms[at - 1]?.charAt(0)) {
      close(at)
      cuts.first.push(term.charAt(0))
      cuts.at.push(at)
      length = 0
    }
    // About half of a term is shared with the one before.
    length += 2 + term.length / 2
  })
  close(terms.length)
  return cuts
}

function cutPostings({ lists }: Collected, pieces: Map<string, unknown>): number[] {
  const cuts: number[] = []
  let open: string[] = []
  let length = 0
  const close = () => {
    pieces.set(`p${cuts.length - 1}.json`, open.join(' '))
    open = []
    length = 0
  }
  lists.forEach((list, at) => {
    if (!open.length) cuts.push(at)
    const text = packPostings(list)
    open.push(text)
    length += text.length + 1
    if (length > size.postings) close()
  })
  if (open.length) close()
  return cuts
}
