import type { SearchResult } from './article.ts'
import { excerpt } from './excerpt.ts'

/** What a source keeps of an article to show it in a list. */
export interface Listed extends Pick<SearchResult, 'id' | 'title' | 'locale' | 'community' | 'author' | 'url' | 'topics'> { text: string }

/** An article to show: by its place in the list, with the words to mark, or the reason it is suggested for. */
export interface Found { position: number; score: number; terms?: readonly string[]; reason?: string }

/** The results a source answers with. Without words to mark the excerpt is simply the beginning of the text. */
export function results(listed: Readonly<Record<number, Listed>>, found: readonly Found[], source: string): SearchResult[] {
  return found.flatMap(({ position, score, terms = [], reason }) => {
    const article = listed[position]
    if (!article) return []
    const { id, title, text } = article
    return { id, title, excerpt: excerpt(text, terms), source, score, ...shownOf(article), ...(reason && { reason }) }
  })
}

/** What a list shows of an article beside its title, where there is any of it; copies, so that nobody changes ours. */
export function shownOf({ locale, community, author, url, topics }: Partial<Listed>): Pick<Listed, 'locale' | 'community' | 'author' | 'url' | 'topics'> {
  return {
    ...(locale && { locale }), ...(community && { community }), ...(author && { author: { ...author } }), ...(url && { url }),
    ...(topics?.length && { topics: [...topics] }),
  }
}
