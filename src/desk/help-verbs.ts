import { EarshotError, messageOf } from '../core/support/errors.ts'
import type { Source } from '../core/articles/source.ts'
import type { Journey } from '../core/issue/issue.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { judgedArticle, openedArticle, readFor, searchedFor } from './journey.ts'
import type { KeepingVerbs } from './keeping-verbs.ts'
import type { PageReading } from './page.ts'
import { reduceRooms } from './reduce-rooms.ts'

export interface HelpVerbs extends Pick<Desk, 'search' | 'suggest' | 'read' | 'outline' | 'related' | 'helpful'> {
  /** Notes how long the open article was read. */
  settle(): void
  /** Asks the sources something, without a trace; answers with how many articles came. */
  probe(): Promise<number>
}

// A pause in typing that is worth an answer, in milliseconds.
const pause = { search: 60, story: 350 }

/** Everything about articles. The engine and the sources are fetched with the first question. */
export function helpVerbs(context: Context, keeping: KeepingVerbs, page: PageReading | undefined): HelpVerbs {
  const { settings, dispatch } = context
  const clock = clockOf(context)
  const { fetch } = context.seams
  let source: Promise<Source> | undefined
  let latest: AbortController | undefined
  let story = 0
  let reading: { id: string; since: number } | undefined

  const articles = () =>
    (source ??= import('../core/articles/source-from.ts').then(
      room => room.sourceFrom(settings.articles, { ...(fetch && { fetch }), ...(context.base && { base: context.base }), onProblem: context.tell }),
      (error: unknown) => ((source = undefined), Promise.reject(error)),
    ))
  const after = (ms: number) => new Promise<void>(resolve => clock.after(ms, resolve))
  const travel = (journey: Journey) => {
    dispatch({ type: 'travelled', journey }, reduceRooms)
    keeping.keepJourney()
  }
  const settle = () => {
    if (!reading) return
    const seconds = Math.min(3600, Math.round((clock.now() - reading.since) / 1000))
    travel(readFor(context.state.journey, reading.id, Math.max(0, seconds)))
    reading = undefined
  }

  return {
    settle,
    probe: async () =>
      (await (await articles()).search('help', { locale: settings.locale, limit: 5, signal: new AbortController().signal })).length,
    async search(query) {
      latest?.abort()
      const mine = (latest = new AbortController())
      if (!query.trim()) return []
      try {
        await after(pause.search)
        if (mine.signal.aborted) return []
        const results = await (await articles()).search(query, { locale: settings.locale, limit: 20, signal: mine.signal })
        if (mine.signal.aborted) return []
        dispatch({ type: 'found', query, results }, reduceRooms)
        travel(searchedFor(context.state.journey, query.trim(), results.length))
        return results
      } catch (error) {
        if (mine.signal.aborted) return []
        dispatch({ type: 'searchFailed', query }, reduceRooms)
        throw error
      }
    },
    async suggest(text) {
      const { signal } = new AbortController()
      if (text === undefined) {
        if (!settings.suggest || !page) return []
        const { url = '', title, product } = page.subject()
        const info = { url, ...(title && { title }), ...(product && { product }) }
        const results = (await (await articles()).suggest?.(info, { locale: settings.locale, limit: 3, signal })) ?? []
        dispatch({ type: 'suggested', results }, reduceRooms)
        return results
      }
      const mine = ++story
      await after(pause.story)
      if (mine !== story) return []
      const results = await (await articles()).search(text.slice(-300), { locale: settings.locale, limit: 3, signal })
      // A story is long enough to share a word with everything: what is far behind the best is no answer to it.
      return mine === story ? results.filter(({ score }) => score > 0.15 * results[0]!.score) : []
    },
    async read(id) {
      settle()
      dispatch({ type: 'reading', id }, reduceRooms)
      try {
        const article = await (await articles()).read(id, { locale: settings.locale, signal: new AbortController().signal })
        dispatch({ type: 'read', id, article }, reduceRooms)
        reading = { id, since: clock.now() }
        travel(openedArticle(context.state.journey, id))
        return article
      } catch (error) {
        const missing = error instanceof EarshotError && error.code === 'articles/not-found'
        dispatch({ type: 'readFailed', id, status: missing ? 'missing' : 'failed' }, reduceRooms)
        throw error instanceof EarshotError ? error : new EarshotError('articles/unreachable', `The article "${id}" could not be read: ${messageOf(error)}`)
      }
    },
    outline: async article => (await import('../core/articles/markdown.ts')).parseArticle(article),
    async related(article) {
      const options = { locale: settings.locale, signal: new AbortController().signal }
      const room = await articles()
      const read = await Promise.allSettled((article.related ?? []).map(id => room.read(id, options)))
      return read.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []))
    },
    helpful(id, helpful) {
      settle()
      dispatch({ type: 'judged', id, helpful }, reduceRooms)
      travel(judgedArticle(context.state.journey, id, helpful))
    },
  }
}
