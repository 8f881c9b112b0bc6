import type { Article } from '../../src/core/articles/article.ts'
import { plainText } from '../../src/core/articles/plain-text.ts'
import { buildEngine, thesaurusOf, type EngineOptions } from '../../src/core/articles/search-engine.ts'
import { inline } from '../../src/core/articles/sources/inline.ts'
import type { Source } from '../../src/core/articles/source.ts'
import type { Collection } from './collections.ts'

const withoutHeadings = (article: Article): Article => ({ ...article, body: article.body.replace(/^#{1,6} .*$/gm, '') })
const withoutSummary = ({ summary: _, ...article }: Article): Article => article
const withoutAliases = ({ aliases: _, ...article }: Article): Article => article

/** What each means contributes: a source in which one of them is missing. */
export const ablations: Record<string, (collection: Collection) => Promise<Source>> = {
  'all of it': async ({ articles }) => inline(articles),
  'no thesaurus': collection => engineOnly(collection, { locale: collection.locale }),
  'no stems': async collection => engineOnly(collection, { synonyms: await thesaurusOf(collection.locale) }),
  'no forgiving': async collection => engineOnly(collection, { locale: collection.locale, synonyms: await thesaurusOf(collection.locale) }, true),
  'no headings': async ({ articles }) => inline(articles.map(withoutHeadings)),
  'no summaries': async ({ articles }) => inline(articles.map(withoutSummary)),
  'no aliases': async ({ articles }) => inline(articles.map(withoutAliases)),
  'text and title': async ({ articles, ...rest }) => engineOnly({ articles: articles.map(withoutSummary).map(withoutAliases).map(withoutHeadings), ...rest }, {}, true),
}

/** Without a language there are neither stems nor stop words; `strict` forgives neither slips nor unfinished words. */
async function engineOnly({ articles: all, locale }: Collection, options: EngineOptions, strict = false): Promise<Source> {
  const articles = all.filter(article => article.locale === locale)
  const engine = await buildEngine(articles.map(article => {
    const { title, summary = '', aliases = [], updatedAt = '' } = article
    const { headings, text } = plainText(article)
    return { title, aliases, headings, summary, body: text, updatedAt }
  }), options)
  return {
    search: async (query, { limit }) => (await engine.search(query, limit, strict)).map(({ position, score }) => {
      const { id, title } = articles[position]!
      return { id, title, excerpt: { text: '', marks: [] }, source: 'engine', score }
    }),
    read: id => Promise.reject(new Error(`Only searched here, but "${id}" was to be read`)),
  }
}
