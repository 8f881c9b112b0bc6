import type { SearchResult } from './article.ts'
import { excerpt } from './excerpt.ts'

/** What a source keeps of an article to show it in a list. */
export interface Listed { id: string; title: string; text: string; locale?: string; community?: boolean }

/** An article to show: by its place in the list, with the words to mark, or the reason it is suggested for. */
export interface Found { position: number; score: number; terms?: readonly string[]; reason?: string }

/** The results a source answers with. Without words to mark the excerpt is simply the beginning of the text. */
export function results(listed: readonly Listed[], found: readonly Found[], source: string): SearchResult[] {
  return found.flatMap(({ position, score, terms = [], reason }) => {
    const article = listed[position]
    if (!article) return []
    const { id, title, text, locale, community } = article
    return {
      id, title, excerpt: excerpt(text, terms), source, score,
      ...(locale && { locale }), ...(community && { community }), ...(reason && { reason }),
    }
  })
}
