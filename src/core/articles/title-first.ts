import type { SearchResult } from './article.ts'
import { tokenize } from './terms.ts'

// An index does not know which word follows which; among the best, whose titles are here, it can be seen.
const worth = { same: 1.5, begins: 1.3, holds: 1.15 }

/** Of results about as good those first whose title says what was asked in the same words, in their order. */
export function titleFirst(query: string, results: readonly SearchResult[]): SearchResult[] {
  const asked = tokenize(query.slice(0, 300)).join(' ')
  const fit = (title: string) => {
    const said = tokenize(title.slice(0, 300)).join(' ')
    return said === asked ? worth.same : said.startsWith(asked) ? worth.begins : ` ${said}`.includes(` ${asked}`) ? worth.holds : 1
  }
  return results.map(result => ({ ...result, score: result.score * fit(result.title) })).sort((a, b) => b.score - a.score)
}
