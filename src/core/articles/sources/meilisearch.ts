import { isRecord } from '../../support/json.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { closing, opening } from '../delimited.ts'
import { candidateFrom, fieldsOf, type EngineOptions } from '../engine-hits.ts'
import { articleFrom, textAt, valueAt } from '../field-map.ts'
import { fillText, localeBlanks } from '../fill-template.ts'
import { remoteSource } from '../remote-source.ts'
import type { Source } from '../source.ts'

export interface MeilisearchOptions extends EngineOptions {
  url: string
  /** A key that may search and nothing else ("Default Search API Key"). */
  apiKey?: string
  /** `{locale}` and `{language}` in it are the customer's. */
  index: string
  /** A Meilisearch filter, with the same blanks: `locale = "{language}"`. */
  filter?: string
}

/**
 * An index of Meilisearch, from 1.3 on: `POST /indexes/{index}/search` as documented at meilisearch.com/docs/reference/api/search.
 * A search key may not read documents, so an article is read by a search for its id: make that field filterable. Where it is not,
 * the document itself is asked for, which needs a key with `documents.get`.
 */
export function meilisearch({ url, apiKey, index, filter, name = 'meilisearch', fetch, format, fields }: MeilisearchOptions): Source {
  const map = fieldsOf(fields)
  const headers = apiKey ? { authorization: `Bearer ${apiKey}` } : undefined
  const at = (path: string, locale: string) =>
    new URL(`indexes/${encodeURIComponent(fillText(index, localeBlanks(locale)))}/${path}`, url.replace(/\/*$/, '/'))
  const searchFor = async (body: object, locale: string, signal: AbortSignal): Promise<unknown[]> => {
    const where = at('search', locale)
    const answer = await askJson(where, { source: name, fetch, headers, signal, body })
    if (!isRecord(answer) || !Array.isArray(answer.hits)) throw badAnswer(name, where.host, 'no list of hits')
    return answer.hits
  }

  return remoteSource(name, {
    async find(query, { locale, limit, signal }) {
      const hits = await searchFor({
        q: query,
        limit,
        attributesToCrop: [map.body],
        cropLength: 30,
        attributesToHighlight: [map.body, map.summary],
        highlightPreTag: opening,
        highlightPostTag: closing,
        showRankingScore: true,
        // A `_formatted` body is the cropped one; the whole body stays where it is.
        attributesToRetrieve: Object.entries(map).flatMap(([field, path]) => (field === 'body' ? [] : [path])),
        ...(filter && { filter: fillText(filter, localeBlanks(locale)) }),
      }, locale, signal)
      return hits.map(item => {
        const score = valueAt(item, '_rankingScore')
        return candidateFrom({
          item,
          id: textAt(item, map.id),
          piece: textAt(item, `_formatted.${map.body}`),
          summary: textAt(item, `_formatted.${map.summary}`),
          ...(typeof score === 'number' && { score }),
        }, map, format)
      })
    },

    async load(id, { locale, signal }) {
      const only = { q: '', limit: 1, filter: `${map.id} = "${id.replace(/[\\"]/g, '\\$&')}"` }
      const found = await unlessMissing(searchFor(only, locale, signal), [400])
      if (found) return textAt(found[0], map.id) === id ? articleFrom(found[0], id, map, { format }) : undefined
      // What an id may consist of; nothing else can be asked for in an address.
      if (!/^[\w-]{1,511}$/.test(id)) return undefined
      const item = await unlessMissing(askJson(at(`documents/${id}`, locale), { source: name, fetch, headers, signal }))
      return articleFrom(item, id, map, { format })
    },
  })
}
