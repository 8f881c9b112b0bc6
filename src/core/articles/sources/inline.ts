import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { closestLocale } from '../../support/closest-locale.ts'
import { results, shownOf, type Listed } from '../found.ts'
import { onceEach } from '../once-each.ts'
import { until } from '../../support/until.ts'
import { fitsByPattern, fitsByTitle, fitsByTopic } from '../page-articles.ts'
import { plainText } from '../plain-text.ts'
import type { SearchEngine } from '../search-engine.ts'
import { fitsBySignal } from '../signal-articles.ts'
import type { Source } from '../source.ts'
import { titleFirst } from '../title-first.ts'
import { topicShelves } from '../topic-shelves.ts'

export interface InlineOptions {
  /** Groups of words and phrases that mean the same to customers. */
  synonyms?: readonly (readonly string[])[]
  /** What its results name as their source. Default `inline`. */
  name?: string
}

interface Shelf { listed: Listed[]; engine: SearchEngine }

/**
 * A source of articles that are already in the page. Indexed at the first question, once for each language asked in, a few
 * milliseconds at a time; articles added to the list later are not found. Of articles with the same id each customer gets the
 * one in the closest language.
 */
export function inline(articles: readonly Article[], { synonyms = [], name = 'inline' }: InlineOptions = {}): Source {
  const shelf = onceEach(async (locale: string) => makeShelf(choose(articles, locale), locale, synonyms))

  return {
    name,

    async search(query, { locale, limit, signal }) {
      const { listed, engine } = await until(signal, shelf(locale))
      return titleFirst(query, results(listed, await until(signal, engine.search(query, limit)), name))
    },

    async read(id, { locale, signal }) {
      signal.throwIfAborted()
      const [article] = choose(articles.filter(each => each.id === id), locale)
      if (!article) throw new EarshotError('articles/not-found', `No article "${id}" is among the ones given`, { id })
      return { ...article }
    },

    async suggest(page, { locale, limit, signal }) {
      signal.throwIfAborted()
      const mine = choose(articles, locale)
      const byPage = (page.signal ? fitsBySignal : fitsByPattern)(mine, page)
      const named = (byPage.length || page.signal ? byPage : fitsByTopic(mine, page)).slice(0, Math.max(0, limit))
      if (named.length || page.signal) {
        return results(Object.fromEntries(named.map(({ position }) => [position, shown(mine[position]!)])), named, name)
      }
      const { listed, engine } = await until(signal, shelf(locale))
      const fits = await until(signal, fitsByTitle(words => engine.search(words, limit, true), page))
      return results(listed, fits.slice(0, Math.max(0, limit)), name)
    },

    async topics({ locale, signal }) {
      signal.throwIfAborted()
      return topicShelves(choose(articles, locale))
    },
  }
}

/** One article for each id: in the customer's language, else the closest, else the one in no language, else the first. */
function choose(articles: readonly Article[], locale: string): Article[] {
  const byId = new Map<string, Article[]>()
  for (const article of articles) {
    const same = byId.get(article.id)
    if (same) same.push(article)
    else byId.set(article.id, [article])
  }
  return [...byId.values()].flatMap(same => {
    if (same.length < 2) return same
    const closest = closestLocale(same.flatMap(article => article.locale ?? []), locale)
    return same.find(article => closest && article.locale === closest) ?? same.find(article => !article.locale) ?? same.slice(0, 1)
  })
}

function listedFrom(article: Article, text: string): Listed {
  const { id, title, summary } = article
  return { id, title, text: summary ? `${summary} ${text}` : text, ...shownOf(article) }
}

const shown = (article: Article) => listedFrom(article, plainText(article).text)

async function makeShelf(articles: readonly Article[], locale: string, synonyms: readonly (readonly string[])[]): Promise<Shelf> {
  const { buildEngine, thesaurusOf, breather } = await import('../search-engine.ts')
  const breathe = breather()
  const words = thesaurusOf(locale)
  const listed: Listed[] = []
  const documents = []
  for (const article of articles) {
    await breathe()
    const { title, summary = '', aliases = [], boost = 1, updatedAt = '' } = article
    const { headings, text } = plainText(article)
    listed.push(listedFrom(article, text))
    documents.push({ title, aliases, headings, summary, body: text, boost, updatedAt })
  }
  return { listed, engine: await buildEngine(documents, { locale, synonyms: [...synonyms, ...await words] }) }
}
