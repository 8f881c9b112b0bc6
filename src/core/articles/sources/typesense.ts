import { isRecord } from '../../support/json.ts'
import { askJson, badAnswer } from '../ask-json.ts'
import { closing, opening } from '../delimited.ts'
import { candidateFrom, fieldsOf, type EngineOptions } from '../engine-hits.ts'
import { articleFrom, textAt } from '../field-map.ts'
import { fillText, localeBlanks } from '../fill-template.ts'
import { remoteSource } from '../remote-source.ts'
import type { Source } from '../source.ts'

export interface TypesenseOptions extends EngineOptions {
  url: string
  /** A key that may do `documents:search` and nothing else. */
  apiKey: string
  /** `{locale}` and `{language}` in it are the customer's. */
  collection: string
  /** The fields to search, the most telling first. Default: title, summary and body. */
  queryBy?: string
  /** A Typesense filter, with the same blanks: `locale:={language}`. */
  filter?: string
}

/**
 * A collection of Typesense: `GET /collections/{collection}/documents/search`, as documented at typesense.org/docs/26.0/api/search.html.
 * A search-only key may not fetch documents, so an article is read by a search that its id filters. Start the server with
 * `--enable-cors`.
 */
export function typesense({ url, apiKey, collection, queryBy, filter, name = 'typesense', fetch, format, fields }: TypesenseOptions): Source {
  const map = fieldsOf(fields)
  const by = queryBy ?? `${map.title},${map.summary},${map.body}`
  const searchFor = async (parameters: Record<string, string>, locale: string, signal: AbortSignal): Promise<unknown[]> => {
    const at = new URL(`collections/${encodeURIComponent(fillText(collection, localeBlanks(locale)))}/documents/search`, url.replace(/\/*$/, '/'))
    at.search = String(new URLSearchParams({ query_by: by, ...parameters }))
    const answer = await askJson(at, { source: name, fetch, signal, headers: { 'x-typesense-api-key': apiKey } })
    if (!isRecord(answer) || !Array.isArray(answer.hits)) throw badAnswer(name, at.host, 'no list of hits')
    return answer.hits
  }

  return remoteSource(name, {
    async find(query, { locale, limit, signal }) {
      const hits = await searchFor({
        q: query,
        per_page: String(limit),
        exclude_fields: map.body,
        highlight_fields: `${map.body},${map.summary}`,
        highlight_start_tag: opening,
        highlight_end_tag: closing,
        highlight_affix_num_tokens: '12',
        ...(filter && { filter_by: fillText(filter, localeBlanks(locale)) }),
      }, locale, signal)
      return hits.map(hit => {
        const item = isRecord(hit) ? hit.document : undefined
        return candidateFrom({ item, id: textAt(item, map.id), piece: snippetOf(hit, map.body), summary: snippetOf(hit, map.summary) }, map, format)
      })
    },

    async load(id, { locale, signal }) {
      // Backticks quote a value; there is no way to write one inside.
      if (id.includes('`')) return undefined
      const [hit] = await searchFor({ q: '*', per_page: '1', filter_by: `${map.id}:=\`${id}\`` }, locale, signal)
      const item = isRecord(hit) ? hit.document : undefined
      return textAt(item, map.id) === id ? articleFrom(item, id, map, { format }) : undefined
    },
  })
}

/** The piece of a field that matched: in `highlights`, a list by field; newer servers have it in `highlight` too, shaped as the document. */
function snippetOf(hit: unknown, field: string): string | undefined {
  const list: unknown = isRecord(hit) ? hit.highlights : undefined
  const named = Array.isArray(list) ? list.find((each: unknown) => textAt(each, 'field') === field) as unknown : undefined
  return textAt(named, 'snippet') ?? textAt(hit, `highlight.${field}.snippet`)
}
