import type { SearchResult } from '../core/articles/article.ts'
import { fold, termsOf } from '../core/articles/terms.ts'

// Of the best score: what is far behind it is no answer to the same story.
const nearEnough = 0.15
// A story has many words; one in common is a coincidence.
const many = 4
// Scripts without capitals: many of them put no spaces between words, and there two letters say as much as a word.
const dense = /\p{Lo}/u

/** Of what a search for somebody's story found, what may really answer it: near the best, and with more in common than a word. */
export function storyMatches(story: string, results: readonly SearchResult[]): SearchResult[] {
  const words = new Set(termsOf(story).map(({ term }) => term).filter(says))
  const size = [...words].reduce((sum, word) => sum + (dense.test(word) ? 0.5 : 1), 0)
  const needed = size < many ? 1 : 2
  const [best] = results
  return results.filter(({ score, title, excerpt: { text, marks } }) => {
    const common = new Set([
      ...termsOf(title).map(({ term }) => term).filter(term => words.has(term)),
      ...marks.map(({ start, end }) => fold(text.slice(start, end))).filter(says),
    ])
    // A source that marks nothing may have found it in a text we do not see.
    return score > nearEnough * best!.score && common.size >= (marks.length ? needed : 1)
  })
}

/** Little words are in every story. */
const says = (term: string) => term.length > 3 || dense.test(term)
