import { isRecord } from '../../support/json.ts'
import type { Article } from '../article.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { closing, opening } from '../delimited.ts'
import { candidateFrom, fieldsOf, type EngineOptions } from '../engine-hits.ts'
import { articleFrom, textAt } from '../field-map.ts'
import { fillText, localeBlanks } from '../fill-template.ts'
import { remoteSource } from '../remote-source.ts'
import type { Source } from '../source.ts'

export interface AlgoliaOptions extends EngineOptions {
  appId: string
  /** The search-only key. Never the admin key: everybody who opens the page can read it. */
  apiKey: string
  /** `{locale}` and `{language}` in it are the customer's. */
  index: string
  /** An Algolia filter, with the same blanks: `locale:{language}`. */
  filter?: string
  /** Default: `https://{appId}-dsn.algolia.net`. */
  url?: string
}

/**
 * An Algolia index. Speaks the search API as documented at algolia.com/doc/rest-api/search: `POST /1/indexes/{index}/query`, and
 * `GET /1/indexes/{index}/{objectID}`, which a key with the right `search` alone may do.
 */
export function algolia({ appId, apiKey, index, filter, url = `https://${appId}-dsn.algolia.net`, name = 'algolia', fetch, format, fields }: AlgoliaOptions): Source {
  const map = fieldsOf(fields, 'objectID')
  const headers = { 'x-algolia-application-id': appId, 'x-algolia-api-key': apiKey }
  const at = (path: string, locale: string) =>
    new URL(`/1/indexes/${encodeURIComponent(fillText(index, localeBlanks(locale)))}/${path}`, url)

  return remoteSource(name, {
    async find(query, { locale, limit, signal }) {
      const where = at('query', locale)
      const answer = await askJson(where, {
        source: name, fetch, headers, signal,
        body: {
          query,
          hitsPerPage: limit,
          attributesToRetrieve: Object.entries(map).flatMap(([field, path]) => (field === 'body' ? [] : [path])),
          attributesToHighlight: [map.summary],
          attributesToSnippet: [`${map.body}:30`],
          highlightPreTag: opening,
          highlightPostTag: closing,
          snippetEllipsisText: '…',
          ...(filter && { filters: fillText(filter, localeBlanks(locale)) }),
        },
      })
      if (!isRecord(answer) || !Array.isArray(answer.hits)) throw badAnswer(name, where.host, 'no list of hits')
      return answer.hits.map((item: unknown) => candidateFrom({
        item,
        id: textAt(item, map.id),
        piece: textAt(item, `_snippetResult.${map.body}.value`),
        summary: textAt(item, `_highlightResult.${map.summary}.value`),
      }, map, format))
    },

    async load(id, { locale, signal }): Promise<Article | undefined> {
      if (/^\.{1,2}$/.test(id)) return undefined
      const where = at(encodeURIComponent(id), locale)
      const item = await unlessMissing(askJson(where, { source: name, fetch, headers, signal }))
      return articleFrom(item, id, map, { format })
    },
  })
}
