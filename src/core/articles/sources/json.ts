import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { candidateFrom, fieldsOf, type EngineOptions } from '../engine-hits.ts'
import { excerpt } from '../excerpt.ts'
import { articleFrom, textAt, valueAt } from '../field-map.ts'
import { fillAddress, localeBlanks } from '../fill-template.ts'
import { remoteSource, type Candidate } from '../remote-source.ts'
import type { SearchOptions, Source } from '../source.ts'
import { tokenize } from '../terms.ts'

export interface JsonOptions extends EngineOptions {
  /** Address of a search: `https://example.com/search?q={query}&limit={limit}&lang={language}` (or `{locale}`). */
  search: string
  /** Address of one article: `https://example.com/articles/{id}`. Without one the search must answer with whole bodies. */
  read?: string
  /** Address of what fits a page: `https://example.com/for?page={url}&title={title}&limit={limit}`. */
  suggest?: string
  /** Where in the answer of a search the list is: `data.results`. Default: the answer is the list. */
  items?: string
  /** Where in the answer the article is. Default: the answer is the article. */
  item?: string
  /** Sent with every question, and readable for everybody who opens the page. */
  headers?: Record<string, string>
  /** What relative addresses resolve against. Default: the page's own address. */
  base?: string
}

// So many items of an answer are looked at, and so many whole articles kept when there is no address to read one from.
const kept = 200

/** Any endpoint that answers with JSON, by a map of its fields. */
export function json({ search, read, suggest, items = '', item = '', headers, base, name = 'json', fetch, format, fields }: JsonOptions): Source {
  const map = fieldsOf(fields)
  const memory = new Map<string, Article>()

  const addressOf = (template: string, values: Record<string, string | number>): URL | undefined => {
    const filled = fillAddress(template, values)
    const from = base ?? globalThis.location?.href
    if (filled === undefined) return undefined
    if (!URL.canParse(filled, from)) throw new EarshotError('articles/bad-source', `The address of ${name} cannot be read`, { source: name })
    return new URL(filled, from)
  }

  async function ask(template: string, values: Record<string, string | number>, { locale, limit, signal }: SearchOptions, words: string[], reason?: string): Promise<(Candidate | undefined)[]> {
    const at = addressOf(template, { ...values, limit, ...localeBlanks(locale) })
    if (!at) return []
    const list = valueAt(await askJson(at, { source: name, fetch, headers, signal }), items)
    if (!Array.isArray(list)) throw badAnswer(name, at.host, `no list${items && ` at "${items}"`}`)
    return list.slice(0, kept).map((each: unknown) => {
      const id = textAt(each, map.id)
      if (id && !read) remember(id, articleFrom(each, id, map, { format, base: at.href }))
      const candidate = candidateFrom({ item: each, id, piece: textAt(each, map.body) }, map, format)
      return candidate && { ...candidate, excerpt: excerpt(candidate.excerpt.text, words), ...(reason && { reason }) }
    })
  }
  const remember = (id: string, article: Article | undefined) => {
    if (!article) return
    memory.delete(id)
    memory.set(id, article)
    for (const oldest of memory.keys()) if (memory.size > kept) memory.delete(oldest)
  }

  return remoteSource(name, {
    find: (query, options) => ask(search, { query }, options, tokenize(query)),
    ...(suggest && {
      fitting: ({ url, title = '', product }, options) =>
        ask(suggest, { url, title, product: product?.id ?? product?.name ?? '' }, options, [], `${name} suggests it for ${url}`),
    }),
    async load(id, { locale, signal }) {
      const at = read && addressOf(read, { id, ...localeBlanks(locale) })
      if (!at) return memory.get(id)
      const answer = await unlessMissing(askJson(at, { source: name, fetch, headers, signal }))
      if (answer === undefined || answer === null) return undefined
      const article = articleFrom(valueAt(answer, item), id, map, { format, base: at.href })
      if (!article) throw badAnswer(name, at.host, 'an article without a title or a body')
      return article
    },
  })
}
