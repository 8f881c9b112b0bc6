import type { Journey } from '../core/issue/issue.ts'

// Enough to understand how somebody came here; more would be a log of the customer.
const most = 20
// As long as a side remark may be, in UTF-16 code units.
const longest = 2_000

/** One more search. While it is being typed, each longer query takes the place of the one it grew from. */
export function searchedFor(journey: Journey, query: string, count: number): Journey {
  const searches = journey.searches ?? []
  const last = searches.at(-1)
  const grew = last && !last.opened && (query.startsWith(last.query) || last.query.startsWith(query))
  return { ...journey, searches: [...(grew ? searches.slice(0, -1) : searches), { query, count }].slice(-most) }
}

/** An article was opened: from the last search, if there was one that found something. */
export function openedArticle(journey: Journey, id: string): Journey {
  const articles = journey.articles ?? []
  const searches = journey.searches?.map((search, i, all) =>
    i === all.length - 1 && search.count > 0 && !search.opened?.includes(id) ? { ...search, opened: [...(search.opened ?? []), id] } : search,
  )
  return {
    ...journey,
    ...(searches && { searches }),
    articles: articles.some(article => article.id === id) ? articles : [...articles, { id }].slice(-most),
  }
}

/** It was read for so many seconds more. */
export function readFor(journey: Journey, id: string, seconds: number): Journey {
  return withArticle(journey, id, article => ({ ...article, seconds: (article.seconds ?? 0) + seconds }))
}

/** The answer to "Did this help?", and after a no what is missing, if that was said. */
export function judgedArticle(journey: Journey, id: string, helpful: boolean, missing?: string): Journey {
  return withArticle(journey, id, ({ missing: before, ...article }) => {
    const said = helpful ? undefined : (missing?.trim().slice(0, longest) ?? before)
    return { ...article, helpful, ...(said && { missing: said }) }
  })
}

/** Its author was thanked. */
export function thankedArticle(journey: Journey, id: string): Journey {
  return withArticle(journey, id, article => ({ ...article, thanked: true }))
}

type Entry = NonNullable<Journey['articles']>[number]

function withArticle(journey: Journey, id: string, change: (article: Entry) => Entry): Journey {
  const articles = journey.articles ?? []
  const known = articles.some(article => article.id === id) ? articles : [...articles, { id }]
  return { ...journey, articles: known.map(article => (article.id === id ? change(article) : article)).slice(-most) }
}
