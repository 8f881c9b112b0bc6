import { checkArticles, type IndexedArticle, type LocaleIndex } from './index-format.ts'
import type { IndexFiles } from './index-files.ts'
import { onceEach } from './once-each.ts'
import { lastOf } from './search/sorted.ts'

export type ShelvedArticle = IndexedArticle & { locale: string }

/** The articles of one language's index: all here, or fetched some at a time. */
export interface ArticleShelf {
  /** Those at these places; what is not there is left out. */
  at(positions: readonly number[]): Promise<Record<number, ShelvedArticle>>
  find(id: string): Promise<ShelvedArticle | undefined>
}

export function articleShelf({ total, articles: all = [], parts }: LocaleIndex, locale: string, { beside, json }: IndexFiles): ArticleShelf {
  const each = parts?.articles.each ?? Math.max(1, total)
  const piece = onceEach(async number => {
    if (!parts) return all
    const file = beside(`${parts.folder}/d${number}.json`)
    return checkArticles(await json(file), file.href)
  })
  return {
    async at(positions) {
      const found: Record<number, ShelvedArticle> = {}
      await Promise.all(positions.map(async position => {
        const article = (await piece(String(Math.floor(position / each))))[position % each]
        if (article) found[position] = { ...article, locale }
      }))
      return found
    },
    async find(id) {
      const number = parts ? lastOf(parts.articles.first, id) : 0
      const article = number < 0 ? undefined : (await piece(String(number))).find(entry => entry.id === id)
      return article && { ...article, locale }
    },
  }
}
