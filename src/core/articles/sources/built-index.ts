import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { articleShelf, type ArticleShelf, type ShelvedArticle } from '../article-shelf.ts'
import { checkArticle } from '../check-article.ts'
import { closestLocale } from '../../support/closest-locale.ts'
import type { Fetch } from '../fetch-text.ts'
import { results } from '../found.ts'
import { indexFiles } from '../index-files.ts'
import { checkAbout, checkLocaleIndex, checkManifest, checkTerms, type LocaleEntry } from '../index-format.ts'
import { onceEach } from '../once-each.ts'
import { until } from '../../support/until.ts'
import { fitsByPattern, fitsByTitle, fitsByTopic } from '../page-articles.ts'
import type { SearchEngine } from '../search-engine.ts'
import { fitsBySignal } from '../signal-articles.ts'
import type { Source, TopicShelf } from '../source.ts'
import { titleFirst } from '../title-first.ts'

export interface BuiltIndexOptions {
  fetch?: Fetch
  /** What a relative `url` resolves against. Default: the page's own address. */
  base?: string
  /** Groups of words and phrases that mean the same to customers, beside those in the index. */
  synonyms?: readonly (readonly string[])[]
}

interface Shelf { engine: SearchEngine; articles: ArticleShelf }

/**
 * A source that reads what `earshot index` wrote. Nothing is fetched before the first question: then `index.json`,
 * the index of the customer's language (else the closest, else the first), of a large one only what the question needs,
 * and each article when it is read. Fails with `articles/unreachable` or `articles/bad-index`, and tries afresh the next time.
 */
export function builtIndex(
  url: string | URL, { fetch = (...request) => globalThis.fetch(...request), base, synonyms = [] }: BuiltIndexOptions = {},
): Source {
  const files = indexFiles(url, fetch, base)
  const { home, beside, json } = files
  const manifest = onceEach(async () => {
    const at = home()
    return checkManifest(await json(at), at.href)
  })
  const entryOf = async (locale: string): Promise<LocaleEntry> => (await manifest('')).locales[locale] ?? { index: '' }
  const index = onceEach(async locale => {
    const { index } = await entryOf(locale)
    const at = typeof index === 'string' ? beside(index) : home()
    return checkLocaleIndex(typeof index === 'string' ? await json(at) : index, at.href)
  })
  const about = onceEach(async locale => {
    const { about = { pages: [], topics: [] } } = await entryOf(locale)
    if (typeof about !== 'string') return about
    const at = beside(about)
    return checkAbout(await json(at), at.href)
  })
  const articlesOf = onceEach(async locale => articleShelf(await index(locale), locale, files))
  const shelf = onceEach(async (locale): Promise<Shelf> => {
    const { head } = await entryOf(locale)
    const headAt = head === undefined ? undefined : beside(head)
    // The engine's code and its data travel at the same time.
    const [{ openEngine }, terms, rest, articles] = await Promise.all([
      import('../search-engine.ts'), headAt && json(headAt).then(value => checkTerms(value, headAt.href)), index(locale), articlesOf(locale),
    ])
    return { articles, engine: await openEngine(rest, terms, file => json(beside(file)), { locale, synonyms }) }
  })
  // The customer's first, then the others, which may have what it lacks.
  const localesFor = async (locale: string) => {
    const all = Object.keys((await manifest('')).locales)
    const first = closestLocale(all, locale)
    return first ? [first, ...all.filter(each => each !== first)] : all
  }
  const chosenFor = async (locale: string) => (await localesFor(locale))[0] ?? ''

  async function find(id: string, locale: string): Promise<ShelvedArticle> {
    for (const each of await localesFor(locale)) {
      const entry = await (await articlesOf(each)).find(id)
      if (entry) return entry
    }
    throw new EarshotError('articles/not-found', `No article "${id}" is in the index`, { id })
  }

  async function fetchArticle(id: string, wanted: string): Promise<Article> {
    const { file, locale } = await find(id, wanted)
    const at = beside(file)
    const problems: string[] = []
    const article = checkArticle(await json(at), '', problem => problems.push(problem.message))
    if (article?.id !== id) throw new EarshotError('articles/bad-index', `${at.href} does not hold the article "${id}"`, { problems })
    return { locale, ...article, base: at.href }
  }

  return {
    name: 'index',

    async search(query, { locale, limit, signal }) {
      signal.throwIfAborted()
      return until(signal, (async () => {
        const { engine, articles } = await shelf(await chosenFor(locale))
        const hits = await engine.search(query, limit)
        signal.throwIfAborted()
        return titleFirst(query, results(await articles.at(hits.map(({ position }) => position)), hits, 'index'))
      })())
    },

    async read(id, { locale, signal }) {
      signal.throwIfAborted()
      return until(signal, fetchArticle(id, locale))
    },

    async suggest(page, { locale, limit, signal }) {
      signal.throwIfAborted()
      return until(signal, (async () => {
        const chosen = await chosenFor(locale)
        const { pages, topics } = await about(chosen)
        const named = (page.signal ? fitsBySignal : fitsByPattern)(pages, page).slice(0, Math.max(0, limit))
        if (named.length || page.signal) return results(pages.map(entry => ({ ...entry, locale: chosen })), named, 'index')
        const shelved = byArticle(topics)
        const alike = fitsByTopic(shelved, page).slice(0, Math.max(0, limit))
        if (alike.length) {
          const room = await articlesOf(chosen)
          const entries = await Promise.all(alike.map(({ position }) => room.find(shelved[position]?.id ?? '')))
          return results(Object.fromEntries(alike.flatMap(({ position }, at) => (entries[at] ? [[position, entries[at]]] : []))), alike, 'index')
        }
        const { engine, articles } = await shelf(chosen)
        const fits = await fitsByTitle(words => engine.search(words, limit, true), page)
        return results(await articles.at(fits.map(({ position }) => position)), fits.slice(0, Math.max(0, limit)), 'index')
      })())
    },

    async topics({ locale, signal }) {
      signal.throwIfAborted()
      const { topics } = await until(signal, chosenFor(locale).then(about))
      return structuredClone(topics)
    },
  }
}

/** The other way round: articles with their topics. */
function byArticle(shelves: readonly TopicShelf[]): { id: string; topics: string[] }[] {
  const articles = new Map<string, string[]>()
  for (const { topic, articles: mine } of shelves) for (const { id } of mine) articles.set(id, [...(articles.get(id) ?? []), topic])
  return [...articles].map(([id, topics]) => ({ id, topics }))
}
