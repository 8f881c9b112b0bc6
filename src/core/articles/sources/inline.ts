import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { closestLocale } from '../closest-locale.ts'
import { results, type Listed } from '../found.ts'
import { onceEach, until } from '../once-each.ts'
import { fitsByPattern, fitsByTitle } from '../page-articles.ts'
import { plainText } from '../plain-text.ts'
import type { SearchEngine } from '../search-engine.ts'
import type { Source } from '../source.ts'

interface Shelf { listed: Listed[]; pages: { pages?: string[] }[]; engine: SearchEngine }

/**
 * A source of articles that are already in the page. Indexed at the first question, once for each language asked in;
 * articles added to the list later are not found. Of articles with the same id each customer gets the one in the closest language.
 */
export function inline(articles: readonly Article[]): Source {
  const shelf = onceEach(async (locale: string) => makeShelf(choose(articles, locale)))

  return {
    async search(query, { locale, limit, signal }) {
      const { listed, engine } = await until(signal, shelf(locale))
      return results(listed, engine.search(query, limit), 'inline')
    },

    async read(id, { locale, signal }) {
      signal.throwIfAborted()
      const [article] = choose(articles.filter(each => each.id === id), locale)
      if (!article) throw new EarshotError('articles/not-found', `No article "${id}" is among the ones given`, { id })
      return { ...article }
    },

    async suggest(page, { locale, limit, signal }) {
      const { listed, pages, engine } = await until(signal, shelf(locale))
      const named = fitsByPattern(pages, page)
      const fits = named.length ? named : fitsByTitle(words => engine.search(words, limit, true), page)
      return results(listed, fits.slice(0, Math.max(0, limit)), 'inline')
    },
  }
}

/** One article for each id: in the customer's language, else the closest, else the one in no language, else the first. */
function choose(articles: readonly Article[], locale: string): Article[] {
  const byId = new Map<string, Article[]>()
  for (const article of articles) byId.set(article.id, [...(byId.get(article.id) ?? []), article])
  return [...byId.values()].flatMap(same => {
    const closest = closestLocale(same.flatMap(article => article.locale ?? []), locale)
    return same.find(article => closest && article.locale === closest) ?? same.find(article => !article.locale) ?? same.slice(0, 1)
  })
}

async function makeShelf(articles: Article[]): Promise<Shelf> {
  const { buildEngine } = await import('../search-engine.ts')
  const texts = articles.map(article => ({ article, ...plainText(article) }))
  return {
    pages: articles,
    listed: texts.map(({ article: { id, title, summary, locale, community }, text }) => ({
      id, title, text: summary ? `${summary} ${text}` : text, ...(locale && { locale }), ...(community && { community }),
    })),
    engine: await buildEngine(texts.map(({ article: { title, summary = '' }, headings, text }) => ({ title, headings, summary, body: text }))),
  }
}
