import { systemClock, type Clock } from '../../support/clock.ts'
import { deadline } from '../../support/deadline.ts'
import { EarshotError } from '../../support/errors.ts'
import { thoseThatCame } from '../../support/those-that-came.ts'
import type { Article, SearchResult } from '../article.ts'
import { mergeTopics } from '../merge-topics.ts'
import { until } from '../../support/until.ts'
import { onlyNew, rankTogether } from '../rank-together.ts'
import type { ReadOptions, SearchOptions, Source, SourceState } from '../source.ts'

// A source gets so long at all, and so long after another one has found something, in milliseconds.
const patience = { alone: 4000, behind: 1000 }

type Tell = (answers: SearchResult[][], sources: SourceState[]) => void

/**
 * Several sources as one. Results are ranked together, and an article that comes twice counts once, the earlier source first.
 * A source that fails or is slow never hurts the others; only when all fail does the answer fail, with the first one's error.
 *
 * With `onPartial` what is there is told whenever a source has answered. A pointer may be on what was told once: it keeps its
 * place, and what comes later is ranked among itself and put below. As long as a source is still out, half of the places are
 * kept for it. The answer in the end is the last list that was told.
 */
export function combine(sources: readonly Source[], { clock = systemClock }: { clock?: Clock } = {}): Source {
  /** Every source under the same deadline; the stragglers are told to stop. */
  async function askAll(
    ask: (source: Source, own: SearchOptions) => Promise<SearchResult[]>, { onPartial: _, ...options }: SearchOptions, tell: Tell = () => {},
  ): Promise<SearchResult[][]> {
    options.signal.throwIfAborted()
    const stop = new AbortController()
    const own = { ...options, signal: AbortSignal.any([options.signal, stop.signal]) }
    const states = sources.map(({ name }, index): SourceState => ({ name: name ?? `source ${index + 1}`, status: 'busy', count: 0 }))
    const answers: (SearchResult[] | undefined)[] = sources.map(() => undefined)
    const given = () => answers.filter(answer => answer !== undefined)
    const errors: unknown[] = []
    let over = false
    let enough: () => void = () => {}
    const someFound = new Promise<void>(resolve => (enough = () => void clock.after(patience.behind, resolve)))
    const become = (index: number, status: SourceState['status'], count = 0) => {
      if (over || options.signal.aborted) return
      states[index] = { ...states[index]!, status, count }
      if (states.some(state => state.status === 'busy')) tell(given(), [...states])
    }
    const all = sources.map(async (source, index) => {
      let late = true
      const answered = start(async () => usable(await ask(source, own))).finally(() => (late = false))
      try {
        answers[index] = await deadline(answered, patience.alone, 'articles/unreachable', clock)
        if (answers[index]?.length) enough()
      } catch (error) {
        errors[index] = error
      }
      become(index, answers[index] ? 'ready' : late ? 'late' : 'failed', answers[index]?.length)
    })
    try {
      await until(options.signal, Promise.race([Promise.all(all), someFound]))
    } finally {
      over = true
      stop.abort()
    }
    tell(given(), states.map(state => (state.status === 'busy' ? { ...state, status: 'late' } : state)))
    if (!given().length && sources.length) throw errors.find(error => error !== undefined)
    return given()
  }

  return {
    async search(query, options) {
      const { limit, onPartial } = options
      let shown: SearchResult[] = []
      const add = (answers: SearchResult[][], places: number) => {
        shown = below(shown, rankTogether(query, answers), Math.max(0, places))
        return shown
      }
      const tell: Tell = (answers, states) => {
        const waiting = states.some(({ status }) => status === 'busy')
        onPartial?.([...add(answers, waiting ? Math.ceil(limit / 2) : limit)], states)
      }
      return add(await askAll((source, own) => source.search(query, own), options, onPartial && tell), limit)
    },

    async suggest(page, options) {
      const answers = await askAll((source, own) => source.suggest?.(page, own) ?? Promise.resolve([]), options)
      return below([], rankTogether('', answers), Math.max(0, options.limit))
    },

    async topics(options: ReadOptions) {
      options.signal.throwIfAborted()
      const asked = sources.map(source => deadline(start(async () => source.topics?.(options) ?? []), patience.behind, 'articles/unreachable', clock))
      return mergeTopics(await until(options.signal, thoseThatCame(asked)))
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

/** Somebody else's source may answer with anything. */
function usable(answer: unknown): SearchResult[] {
  if (!Array.isArray(answer)) throw new EarshotError('articles/bad-answer', `A source must answer with a list of results; got ${typeof answer}`)
  return answer.filter((result: Partial<SearchResult> | null) => typeof result?.id === 'string' && typeof result.title === 'string') as SearchResult[]
}

/** What is new goes below what is shown, and scores still fall from first to last. */
function below(shown: readonly SearchResult[], ranked: readonly SearchResult[], places: number): SearchResult[] {
  const lowest = shown.at(-1)?.score ?? Infinity
  return [...shown, ...onlyNew(shown, ranked).map(result => ({ ...result, score: Math.min(result.score, lowest) }))].slice(0, Math.max(places, shown.length))
}
