import type { PageInfo } from '../core/articles/article.ts'
import { pageMatch } from '../core/articles/page-match.ts'
import type { Settings } from './config.ts'
import type { PageReading } from './page.ts'

/** The page as sources may know it: what it says of itself, and which topics the settings put it under. */
export function pageInfo(page: PageReading, { topics }: Settings): PageInfo {
  const info = page.about?.() ?? asSubject(page)
  const declared = info.topics ?? []
  const placed = topics.filter(({ id, label, pages }) =>
    [id, label].some(name => declared.includes(name)) || (Array.isArray(pages) && pages.some(pattern => typeof pattern === 'string' && pageMatch(pattern, info.url))))
  // By its id or by what it is called: articles may use either.
  const all = [...new Set([...declared, ...placed.flatMap(({ id, label }) => [id, label])])]
  return { ...info, ...(all.length && { topics: all }) }
}

function asSubject(page: PageReading): PageInfo {
  const { url = '', title, product } = page.subject()
  return { url, ...(title && { title }), ...(product && { product }) }
}
