import type { Article } from '../core/articles/article.ts'
import type { IndexedArticle } from '../core/articles/index-format.ts'
import type { SearchDocument } from '../core/articles/search-engine.ts'
import { wordsOf } from './words-of.ts'

// What a list shows of an article, in characters: as much as an excerpt.
const shown = 160

/** What the index keeps of an article. */
export interface Prepared { listed: IndexedArticle; document: SearchDocument; pages: string[] | undefined; signals: string[] | undefined }

/** Takes from an article what is searched and what is shown in a list. */
export function prepare(article: Article, file: string): Prepared {
  const { id, title, summary = '', aliases = [], boost = 1, updatedAt = '', pages, signals, community, author, url, topics } = article
  const { headings, texts } = wordsOf(article)
  const text = summary || beginning(texts.join(' '))
  return {
    listed: {
      id, title, file, text, ...(community && { community }), ...(author && { author }), ...(url && { url }), ...(topics?.length && { topics }),
    },
    document: { title, aliases, headings: headings.join('\n'), summary, body: texts.join('\n'), boost, updatedAt },
    pages, signals,
  }
}

/** Cut between words. */
function beginning(text: string): string {
  const flat = text.slice(0, shown * 4).replace(/\s+/g, ' ').trim()
  return flat.length <= shown ? flat : flat.slice(0, shown).replace(/\s+\S*$/, '') + ' …'
}
