import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { checkArticle } from '../check-article.ts'
import { closestLocale } from '../closest-locale.ts'
import { fetchJson, type Fetch } from '../fetch-json.ts'
import { results } from '../found.ts'
import { checkLocaleIndex, checkManifest, type IndexedArticle, type LocaleEntry } from '../index-format.ts'
import { onceEach, until } from '../once-each.ts'
import { fitsByPattern, fitsByTitle } from '../page-articles.ts'
import type { SearchEngine } from '../search-engine.ts'
import type { Source } from '../source.ts'

export interface BuiltIndexOptions {
  fetch?: Fetch
  /** What a relative `url` resolves against. Default: the page's own address. */
  base?: string
}

interface Shelf { articles: (IndexedArticle & { locale: string })[]; engine: SearchEngine }

/**
 * A source that reads what `earshot index` wrote. Nothing is fetched before the first question: then `index.json`,
 * the index of the customer's language (else the closest, else the first), and each article when it is read.
 * Fails with `articles/unreachable` or `articles/bad-index`, and tries afresh the next time it is asked.
 */
export function builtIndex(url: string | URL, { fetch = (...request) => globalThis.fetch(...request), base }: BuiltIndexOptions = {}): Source {
  const home = onceEach(async () => {
    // Read late: where there is no page, as in a worker made of a blob, only an absolute address works.
    const from = base ?? globalThis.location?.href
    if (!URL.canParse(url, from)) throw new EarshotError('articles/bad-index', `"${String(url)}" is not an address of an index`, { url: String(url) })
    return new URL(url, from)
  })
  const manifest = onceEach(async () => {
    const at = await home('')
    return checkManifest(await fetchJson(at, fetch), at.href)
  })
  // Only what lies beside the index: a page talks to no host that its owner has not named.
  const beside = async (file: string) => {
    const at = await home('')
    const target = URL.canParse(file, at) ? new URL(file, at) : undefined
    if (target?.origin !== at.origin) throw new EarshotError('articles/bad-index', `${at.href} names "${file}", which is not beside it`, { file })
    return target
  }
  const shelf = onceEach(async (locale): Promise<Shelf> => {
    const { index } = await entryOf(locale)
    const at = typeof index === 'string' ? await beside(index) : await home('')
    // The engine's code and its data travel at the same time.
    const [{ loadEngine }, value] = await Promise.all([import('../search-engine.ts'), typeof index === 'string' ? fetchJson(at, fetch) : index])
    const checked = checkLocaleIndex(value, at.href)
    const engine = await loadEngine(checked.engine).catch((error: unknown) => {
      throw new EarshotError('articles/bad-index', `${at.href} holds an index that the search engine cannot read`, { url: at.href, error })
    })
    return { articles: checked.articles.map(article => ({ ...article, locale })), engine }
  })
  const entryOf = async (locale: string): Promise<LocaleEntry> => (await manifest('')).locales[locale] ?? { index: '' }
  // The customer's first, then the others, which may have what it lacks.
  const localesFor = async (locale: string) => {
    const all = Object.keys((await manifest('')).locales)
    const first = closestLocale(all, locale)
    return first ? [first, ...all.filter(each => each !== first)] : all
  }
  const shelfFor = async (locale: string) => shelf((await localesFor(locale))[0] ?? '')

  async function find(id: string, locale: string): Promise<IndexedArticle & { locale: string }> {
    for (const each of await localesFor(locale)) {
      const entry = (await shelf(each)).articles.find(article => article.id === id)
      if (entry) return entry
    }
    throw new EarshotError('articles/not-found', `No article "${id}" is in the index`, { id })
  }

  async function fetchArticle(id: string, wanted: string): Promise<Article> {
    const { file, locale } = await find(id, wanted)
    const at = await beside(file)
    const problems: string[] = []
    const article = checkArticle(await fetchJson(at, fetch), '', problem => problems.push(problem.message))
    if (article?.id !== id) throw new EarshotError('articles/bad-index', `${at.href} does not hold the article "${id}"`, { problems })
    return { locale, ...article, base: at.href }
  }

  return {
    async search(query, { locale, limit, signal }) {
      signal.throwIfAborted()
      const { engine, articles } = await until(signal, shelfFor(locale))
      return results(articles, engine.search(query, limit), 'index')
    },

    async read(id, { locale, signal }) {
      signal.throwIfAborted()
      return until(signal, fetchArticle(id, locale))
    },

    async suggest(page, { locale, limit, signal }) {
      signal.throwIfAborted()
      const [chosen = ''] = await until(signal, localesFor(locale))
      const { pages = [] } = await entryOf(chosen)
      const named = fitsByPattern(pages, page).slice(0, Math.max(0, limit))
      if (named.length) return results(pages.map(entry => ({ ...entry, locale: chosen })), named, 'index')
      const { engine, articles } = await until(signal, shelf(chosen))
      return results(articles, fitsByTitle(words => engine.search(words, limit, true), page), 'index')
    },
  }
}
