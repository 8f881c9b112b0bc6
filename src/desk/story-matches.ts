import type { SearchResult } from '../core/articles/article.ts'
import { fold, termsOf } from '../core/articles/terms.ts'

// Of the best score: what is far behind it is no answer to the same story.
const nearEnough = 0.15
// A story has many words; one in common is a coincidence.
const many = 4

/** Of what a search for somebody's story found, what may really answer it: near the best, and with more in common than a word. */
export function storyMatches(story: string, results: readonly SearchResult[]): SearchResult[] {
  const words = new Set(termsOf(story).map(({ term }) => term).filter(says))
  const needed = words.size < many ? 1 : 2
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

/** Little words are in every story. Where there are no spaces between words, two letters are one. */
const says = (term: string) => term.length > 3 || /[^\p{ASCII}]/u.test(term)
