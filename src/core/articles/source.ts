import type { Article, PageInfo, SearchResult } from './article.ts'

export interface SearchOptions {
  locale: string
  limit: number
  signal: AbortSignal
  /** Several sources as one tell here what they have so far, and how each of them is doing; others never call it. */
  onPartial?: (results: SearchResult[], sources: SourceState[]) => void
}
export interface ReadOptions { locale: string; signal: AbortSignal }

/** How one of several sources is doing with the present question. */
export interface SourceState { name: string; status: 'busy' | 'ready' | 'failed' | 'late'; count: number }

/** A topic, and some of the articles in it. */
export interface TopicShelf { topic: string; articles: { id: string; title: string }[] }

/** Where articles come from. A plain object: write one in twenty lines, prove it with the kit in `earshot/testing`. */
export interface Source {
  search(query: string, options: SearchOptions): Promise<SearchResult[]>
  /** @throws {EarshotError} `articles/not-found` when there is none with that id. */
  read(id: string, options: ReadOptions): Promise<Article>
  /** Best first, each with its reason. Nothing is better than a guess. */
  suggest?(page: PageInfo, options: SearchOptions): Promise<SearchResult[]>
  /** What its articles are about: offered where a search found nothing. */
  topics?(options: ReadOptions): Promise<TopicShelf[]>
  /** It answers on the device: nobody else learns what is asked. Only then it is asked about trouble the customer has not spoken of. */
  readonly onDevice?: boolean
  /** How it is called in the desk's state and in results (`index`, `zendesk`). Default: `source` and its number. */
  readonly name?: string
}
