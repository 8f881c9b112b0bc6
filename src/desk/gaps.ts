import type { Journey } from '../core/issue/issue.ts'

/** What nobody could answer: a search, or an article that did not help. */
export interface Gap {
  /** The same for the same gap. */
  key: string
  search?: { query: string; count: number }
  article?: { id: string; helpful: false; missing?: string }
}

/**
 * The gaps of a journey: searches that found nothing, or of which nothing was opened, and articles that got a "no".
 * Not those told before, and not the results the customer is still looking at.
 */
export function gapsIn({ searches = [], articles = [] }: Journey, told: readonly string[], looking: boolean): Gap[] {
  const unanswered = searches
    .filter(({ query, opened, count }, index) => [...query].length > 1 && !opened?.length && !(looking && count > 0 && index === searches.length - 1))
    .map(({ query, count }): Gap => ({ key: `search ${query.toLowerCase()}`, search: { query, count } }))
  const unhelpful = articles
    .filter(({ helpful }) => helpful === false)
    .map(({ id, missing }): Gap => ({ key: `article ${id} ${missing ?? ''}`, article: { id, helpful: false, ...(missing && { missing }) } }))
  const all = new Map([...unanswered, ...unhelpful].map(gap => [gap.key, gap]))
  return [...all.values()].filter(({ key }) => !told.includes(key))
}
