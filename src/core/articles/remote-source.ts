import { EarshotError } from '../support/errors.ts'
import type { Article, PageInfo, SearchResult } from './article.ts'
import type { Fetch } from './fetch-text.ts'
import type { ReadOptions, SearchOptions, Source } from './source.ts'

/** What every source that asks a service takes besides its own options. */
export interface RemoteOptions {
  /** How it is called in results and in the desk's state (an index and the page's own articles always go by their kind), where two of a kind have to be told apart. Default: the kind. */
  name?: string
  fetch?: Fetch
}

/** A result as a service gives it: best first, with a score if it has one. */
export type Candidate = Omit<SearchResult, 'source' | 'score'> & { score?: number | undefined }

export interface RemoteVerbs {
  /** Answers with candidates, best first; undefined ones are items nothing can be made of. May give too many, or the same twice. */
  find(query: string, options: SearchOptions): Promise<readonly (Candidate | undefined)[]>
  /** Undefined when there is none with that id. */
  load(id: string, options: ReadOptions): Promise<Article | undefined>
  /** Only asked for pages of the web; each candidate says its `reason`. */
  fitting?(page: PageInfo, options: SearchOptions): Promise<readonly (Candidate | undefined)[]>
}

// Engines refuse more, and nobody types so much to find an article.
const longest = 256
const most = 50

/** A source over a service: what is the same for all of them stands here once. */
export function remoteSource(name: string, { find, load, fitting }: RemoteVerbs): Source {
  return {
    name,
    async search(query, options) {
      options.signal.throwIfAborted()
      const asked = askable(query)
      const limit = within(options.limit)
      if (!asked || !limit) return []
      const found = await find(asked, { ...options, limit })
      options.signal.throwIfAborted()
      return asResults(found, name, limit)
    },
    async read(id, options) {
      options.signal.throwIfAborted()
      const article = id && !/\p{Cc}/u.test(id) ? await load(id, options) : undefined
      options.signal.throwIfAborted()
      if (!article) throw new EarshotError('articles/not-found', `${name} has no article "${id}"`, { id, source: name })
      return { ...article, id }
    },
    ...(fitting && {
      async suggest(page: PageInfo, options: SearchOptions) {
        options.signal.throwIfAborted()
        const limit = within(options.limit)
        if (!limit || !/^https?:/.test(page.url) || !URL.canParse(page.url)) return []
        const found = await fitting(page, { ...options, limit })
        options.signal.throwIfAborted()
        return asResults(found, name, limit)
      },
    }),
  }
}

const within = (limit: number) => Math.min(most, Math.max(0, Math.floor(limit)))

/** Numbers the results, so that their scores fall as the service ordered them; the same id counts once. */
export function asResults(found: readonly (Candidate | undefined)[], source: string, limit: number): SearchResult[] {
  const seen = new Set<string>()
  const results: SearchResult[] = []
  let last = Infinity
  for (const candidate of found) {
    if (!candidate?.id || !candidate.title || seen.has(candidate.id) || results.length >= limit) continue
    seen.add(candidate.id)
    const { score, ...rest } = candidate
    last = Math.min(last, typeof score === 'number' && Number.isFinite(score) ? score : 1 / (1 + results.length / 5))
    results.push({ ...rest, source, score: last })
  }
  return results
}

/** A query that no service chokes on: no control characters, no halves of letters, not endless. */
export const askable = (query: string): string =>
  query.slice(0, longest).replace(/\p{Cc}|\p{Cs}/gu, ' ').replace(/\s+/g, ' ').trim()
