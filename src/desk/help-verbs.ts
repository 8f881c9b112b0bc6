import type { Article, SearchResult } from '../core/articles/article.ts'
import type { Source, TopicShelf } from '../core/articles/source.ts'
import type { Journey } from '../core/issue/issue.ts'
import { deadline } from '../core/support/deadline.ts'
import { EarshotError, messageOf } from '../core/support/errors.ts'
import { thoseThatCame } from '../core/support/those-that-came.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { judgedArticle, openedArticle, readFor, searchedFor, thankedArticle } from './journey.ts'
import type { PageReading } from './page.ts'
import { reduceRooms } from './reduce-rooms.ts'
import { sourceOptions } from './source-options.ts'

export interface HelpVerbs extends Pick<Desk, 'search' | 'suggest' | 'read' | 'outline' | 'related' | 'helpful'> {
  /** Notes how long the open article was read. */
  settle(): void
  /** The host went on to another page without loading anew. */
  moved(): void
  /** Asks the sources something, without a trace; answers with how many articles came. */
  probe(): Promise<number>
  /** All that the setting `articles` names, as one source. */
  everything(): Promise<Source>
  /** An article, without counting it as read. */
  look(id: string): Promise<Article>
  /** Its author was thanked. */
  thanked(id: string): void
}

// A pause in typing that is worth an answer, in milliseconds; and how long an empty answer waits for the topics beside it.
const pause = { search: 60, story: 350, topics: 400 }

/** Everything about articles. The engine and the sources are fetched with the first question. */
export function helpVerbs(context: Context, page: PageReading | undefined, travelled: () => void): HelpVerbs {
  const { settings, dispatch } = context
  const { locale } = settings
  const clock = clockOf(context)
  let source: Promise<Source> | undefined
  let shelves: Promise<TopicShelf[]> | undefined
  let latest: AbortController | undefined
  let story = 0
  let suggestedFor: string | undefined
  let reading: { id: string; since: number } | undefined

  const articles = () =>
    (source ??= import('../core/articles/source-from.ts').then(
      room => room.sourceFrom(settings.articles, { ...sourceOptions(context, page), onProblem: context.tell }),
      (error: unknown) => ((source = undefined), Promise.reject(error)),
    ))
  const options = () => ({ locale, signal: new AbortController().signal })
  const after = (ms: number) => new Promise<void>(resolve => clock.after(ms, resolve))
  const travel = (journey: Journey) => {
    dispatch({ type: 'travelled', journey }, reduceRooms)
    travelled()
  }
  const settle = () => {
    if (reading) {
      const seconds = Math.min(3600, Math.round((clock.now() - reading.since) / 1000))
      travel(readFor(context.state.journey, reading.id, Math.max(0, seconds)))
      reading = undefined
    }
    // About to open, perhaps on another page than the last time.
    if (!context.state.open) follow()
  }
  /** What was suggested for the last page gives way to what fits this one. */
  const follow = () => {
    if (suggestedFor !== undefined && page?.subject().url !== suggestedFor) void forPage().catch(() => {})
  }
  const forPage = async (): Promise<SearchResult[]> => {
    if (!settings.suggest || !page) return []
    suggestedFor = page.subject().url ?? ''
    const mine = suggestedFor
    const [room, { pageInfo }] = await Promise.all([articles(), import('./page-info.ts')])
    const results = (await room.suggest?.(pageInfo(page, settings), { ...options(), limit: 3 })) ?? []
    if (mine === suggestedFor) dispatch({ type: 'suggested', results }, reduceRooms)
    return results
  }
  /** What the articles are about, where nothing was found: worth a moment, and not more. */
  const topicsFor = async (query: string): Promise<TopicShelf[] | undefined> => {
    try {
      shelves ??= articles().then(async room => (await room.topics?.(options())) ?? [])
      const [all, { nearestTopics }] = await deadline(Promise.all([shelves, import('./nearest-topics.ts')]), pause.topics, 'articles/unreachable', clock)
      return nearestTopics(query, all)
    } catch {
      shelves = undefined
      return undefined
    }
  }

  return {
    settle,
    // Its title and headings come a moment after its address.
    moved: () => void after(pause.story).then(follow),
    everything: articles,
    probe: async () => (await (await articles()).search('help', { ...options(), limit: 5 })).length,
    async search(query) {
      latest?.abort()
      const { signal } = (latest = new AbortController())
      if (!query.trim()) return []
      try {
        await after(pause.search)
        if (signal.aborted) return []
        const results = await (await articles()).search(query, {
          locale,
          limit: 20,
          signal,
          onPartial: (some, sources) => void (signal.aborted || dispatch({ type: 'foundSome', query, results: some, sources }, reduceRooms)),
        })
        const topics = results.length || signal.aborted ? undefined : await topicsFor(query)
        if (signal.aborted) return []
        dispatch({ type: 'found', query, results, topics }, reduceRooms)
        travel(searchedFor(context.state.journey, query.trim(), results.length))
        return results
      } catch (error) {
        if (signal.aborted) return []
        throw error
      }
    },
    async suggest(text) {
      if (text === undefined) return forPage()
      const mine = ++story
      await after(pause.story)
      if (mine !== story) return []
      const [room, { storyMatches }] = await Promise.all([articles(), import('./story-matches.ts')])
      const told = text.slice(-300)
      const results = await room.search(told, { ...options(), limit: 3 })
      return mine === story ? storyMatches(told, results) : []
    },
    look: async id => (await articles()).read(id, options()),
    async read(id) {
      settle()
      dispatch({ type: 'reading', id }, reduceRooms)
      try {
        const article = await (await articles()).read(id, options())
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
      const room = await articles()
      return thoseThatCame((article.related ?? []).map(id => room.read(id, options())))
    },
    helpful(id, helpful, missing) {
      settle()
      dispatch({ type: 'judged', id, helpful }, reduceRooms)
      travel(judgedArticle(context.state.journey, id, helpful, missing))
    },
    thanked: id => travel(thankedArticle(context.state.journey, id)),
  }
}
