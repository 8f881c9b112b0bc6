import type { Article, PageInfo, SearchResult } from './article.ts'

export interface SearchOptions { locale: string; limit: number; signal: AbortSignal }
export interface ReadOptions { locale: string; signal: AbortSignal }

/** Where articles come from. A plain object: write one in twenty lines, prove it with the kit in `earshot/testing`. */
export interface Source {
  search(query: string, options: SearchOptions): Promise<SearchResult[]>
  /** @throws {EarshotError} `articles/not-found` when there is none with that id. */
  read(id: string, options: ReadOptions): Promise<Article>
  suggest?(page: PageInfo, options: SearchOptions): Promise<SearchResult[]>
}
