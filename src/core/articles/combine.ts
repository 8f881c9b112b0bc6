import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError } from '../support/errors.ts'
import type { Article, SearchResult } from './article.ts'
import { until } from './once-each.ts'
import type { SearchOptions, Source } from './source.ts'

// A source gets so long at all, and so long after another one has found something, in milliseconds.
const patience = { alone: 4000, behind: 1000 }

/**
 * Several sources as one. Results are merged by rank, an id that comes twice counts once, the earlier source first.
 * A source that fails or is slow never hurts the others; only when all fail does the answer fail, with the first one's error.
 */
export function combine(sources: readonly Source[], { clock = systemClock }: { clock?: Clock } = {}): Source {
  /** Every source under the same deadline; the stragglers are told to stop. */
  async function askAll(ask: (source: Source, own: SearchOptions) => Promise<SearchResult[]>, options: SearchOptions): Promise<SearchResult[][]> {
    options.signal.throwIfAborted()
    const stop = new AbortController()
    const own = { ...options, signal: AbortSignal.any([options.signal, stop.signal]) }
    const answers: (SearchResult[] | undefined)[] = sources.map(() => undefined)
    const errors: unknown[] = []
    let enough: () => void = () => {}
    const someFound = new Promise<void>(resolve => (enough = () => void clock.after(patience.behind, resolve)))
    const all = sources.map(async (source, index) => {
      try {
        answers[index] = await deadline(start(() => ask(source, own)), patience.alone, 'articles/unreachable', clock)
        if (answers[index]?.length) enough()
      } catch (error) {
        errors[index] = error
      }
    })
    try {
      await until(options.signal, Promise.race([Promise.all(all), someFound]))
    } finally {
      stop.abort()
    }
    const given = answers.filter(answer => answer !== undefined)
    if (!given.length && sources.length) throw errors.find(error => error !== undefined)
    return given
  }

  return {
    async search(query, options) {
      return merge(await askAll((source, own) => source.search(query, own), options), options.limit)
    },

    async suggest(page, options) {
      return merge(await askAll((source, own) => source.suggest?.(page, own) ?? Promise.resolve([]), options), options.limit)
    },

    async read(id, options): Promise<Article> {
      options.signal.throwIfAborted()
      let failure: unknown
      // Asked at once, believed in order: the same id means the earlier source's article, however fast the later one is.
      const asked = sources.map(source => deadline(start(() => source.read(id, options)), patience.alone, 'articles/unreachable', clock))
      for (const answer of asked) answer.catch(() => {})
      for (const answer of asked) {
        try {
          return await until(options.signal, answer)
        } catch (error) {
          options.signal.throwIfAborted()
          if (!(error instanceof EarshotError && error.code === 'articles/not-found')) failure ??= error
        }
      }
      throw failure ?? new EarshotError('articles/not-found', `No source has an article "${id}"`, { id })
    },
  }
}

/** Also a source that throws instead of rejecting is only one that fails. */
async function start<T>(ask: () => Promise<T>): Promise<T> {
  return ask()
}

/** Scores of different sources cannot be compared, so each is taken as a share of that source's best. */
function merge(answers: readonly SearchResult[][], limit: number): SearchResult[] {
  const byId = new Map<string, SearchResult>()
  for (const answer of answers) {
    const best = Math.max(...answer.map(({ score }) => score)) || 1
    for (const result of answer) if (!byId.has(result.id)) byId.set(result.id, { ...result, score: result.score / best })
  }
  return [...byId.values()].sort((a, b) => b.score - a.score).slice(0, Math.max(0, limit))
}
