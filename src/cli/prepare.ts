import type { Article } from '../core/articles/article.ts'
import type { IndexedArticle } from '../core/articles/index-format.ts'
import { parseArticle } from '../core/articles/markdown.ts'
import type { SearchDocument } from '../core/articles/search-engine.ts'
import { textsOf } from '../core/articles/text-of.ts'

// What a list shows of an article, in characters; enough for an excerpt.
const shown = 200

/** What the index keeps of an article. */
export interface Prepared { listed: IndexedArticle; document: SearchDocument; pages: string[] | undefined }

/** Takes from an article what is searched and what is shown in a list. */
export function prepare(article: Article, file: string): Prepared {
  const { id, title, summary = '', pages, community } = article
  const { headings, texts } = textsOf(parseArticle(article))
  const text = summary || beginning(texts.join(' '))
  return {
    listed: { id, title, file, text, ...(community && { community }) },
    document: { title, headings: headings.join('\n'), summary, body: texts.join('\n') },
    pages,
  }
}

/** Cut between words. */
function beginning(text: string): string {
  const flat = text.slice(0, shown * 4).replace(/\s+/g, ' ').trim()
  return flat.length <= shown ? flat : flat.slice(0, shown).replace(/\s+\S*$/, '') + ' …'
}
