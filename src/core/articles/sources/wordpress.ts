import type { Candidate } from '../remote-source.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { closestLocale } from '../../support/closest-locale.ts'
import { excerpt } from '../excerpt.ts'
import { isoDate, textAt, valueAt, webAddress } from '../field-map.ts'
import { wordsInHtml } from '../raw-html.ts'
import { remoteSource, type RemoteOptions } from '../remote-source.ts'
import type { Source } from '../source.ts'
import { tokenize } from '../terms.ts'

export interface WordpressOptions extends RemoteOptions {
  /** Of the site; of one without pretty permalinks `https://example.com/?rest_route=/`. */
  url: string
  /** Which kinds of posts. Default: `post` and `page`. */
  types?: readonly string[]
  /** The languages it is written in, for sites whose language plugin understands `lang=` (Polylang, WPML). Default: `lang` is not sent. */
  languages?: readonly string[]
}

/**
 * A WordPress site, by the REST API that each has since 5.0: `GET /wp-json/wp/v2/search`, with what it embeds, and
 * `GET /wp-json/wp/v2/{posts,pages,…}/{id}`, as documented at developer.wordpress.org/rest-api/reference/search-results.
 * Ids are such paths (`pages/7`). What a password protects is left out.
 */
export function wordpress({ url, types = ['post', 'page'], languages = [], name = 'wordpress', fetch }: WordpressOptions): Source {
  const at = (path: string, parameters: Record<string, string>, locale: string): URL => {
    const address = new URL(url)
    if (address.searchParams.has('rest_route')) address.searchParams.set('rest_route', `/wp/v2/${path}`)
    else address.pathname = `${address.pathname.replace(/\/*$/, '')}/wp-json/wp/v2/${path}`
    const lang = closestLocale(languages, locale)
    for (const [key, value] of Object.entries({ ...parameters, ...(lang && { lang }) })) address.searchParams.set(key, value)
    return address
  }

  return remoteSource(name, {
    async find(query, { locale, limit, signal }) {
      const where = at('search', { search: query, per_page: String(limit), _embed: 'self' }, locale)
      for (const type of types) where.searchParams.append('subtype[]', type)
      const list = await askJson(where, { source: name, fetch, signal })
      if (!Array.isArray(list)) throw badAnswer(name, where.host, 'no list of results')
      const words = tokenize(query)
      return list.map((item: unknown): Candidate | undefined => {
        const post = valueAt(item, '_embedded.self.0')
        const id = /\/wp\/v2\/([\w-]+\/\d+)$/.exec(decoded(textAt(item, '_links.self.0.href') ?? ''))?.[1]
        const title = wordsInHtml(textAt(post, 'title.rendered') ?? textAt(item, 'title') ?? '')
        if (!id || !title || valueAt(post, 'excerpt.protected') === true) return undefined
        const link = webAddress(textAt(item, 'url'), where.href)
        return { id, title, excerpt: excerpt(wordsInHtml(textAt(post, 'excerpt.rendered') ?? ''), words), ...(link && { url: link }) }
      })
    },

    async load(id, { locale, signal }) {
      if (!/^[\w-]+\/\d+$/.test(id)) return undefined
      const where = at(id, { _embed: 'wp:term' }, locale)
      const post = await unlessMissing(askJson(where, { source: name, fetch, signal }), [401, 403, 404, 410])
      if (post === undefined || valueAt(post, 'content.protected') === true) return undefined
      const [title, body] = [wordsInHtml(textAt(post, 'title.rendered') ?? ''), textAt(post, 'content.rendered')]
      if (!title || body === undefined) throw badAnswer(name, where.host, 'a post without a title or a body')
      const link = webAddress(textAt(post, 'link'), where.href)
      const modified = textAt(post, 'modified_gmt')
      const updatedAt = modified && isoDate(`${modified}Z`)
      const topics = topicsOf(post)
      return { id, title, body, format: 'html', ...(link && { url: link }), ...(updatedAt && { updatedAt }), ...(topics.length > 0 && { topics }) }
    },
  })
}

/** Names of categories and tags; the category of everything that has none says nothing. */
function topicsOf(post: unknown): string[] {
  const terms = valueAt(post, '_embedded.wp:term')
  return (Array.isArray(terms) ? terms.flat() : []).flatMap((term: unknown) =>
    textAt(term, 'slug') === 'uncategorized' ? [] : wordsInHtml(textAt(term, 'name') ?? '') || [])
}

/** A site without pretty permalinks has its routes encoded in a query. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
