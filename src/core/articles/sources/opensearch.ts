import { isRecord } from '../../support/json.ts'
import { askJson, badAnswer } from '../ask-json.ts'
import { closing, opening } from '../delimited.ts'
import { candidateFrom, fieldsOf, type EngineOptions } from '../engine-hits.ts'
import { articleFrom, textAt, valueAt } from '../field-map.ts'
import { fillText, localeBlanks } from '../fill-template.ts'
import { remoteSource } from '../remote-source.ts'
import type { Source } from '../source.ts'

export interface OpensearchOptions extends EngineOptions {
  /** A proxy of yours, or a cluster whose anonymous role may do nothing but search this index. */
  url: string
  /** `{locale}` and `{language}` in it are the customer's. */
  index: string
  /** Sent with every question, and readable for everybody who opens the page. */
  headers?: Record<string, string>
  /** A clause that every article must fulfil, with the same blanks in its texts: `{ "term": { "locale": "{language}" } }`. */
  filter?: Record<string, unknown>
}

/**
 * An index of OpenSearch or Elasticsearch: `POST /{index}/_search`, the one request of both (docs.opensearch.org/latest/api-reference/search-apis/search;
 * elastic.co/guide, "Search API"). Misspelt words are found by `fuzziness`, words still being typed by `bool_prefix`. Articles are read by
 * a search for their id, so that a proxy has to let only this one address through.
 */
export function opensearch({ url, index, headers, filter, name = 'opensearch', fetch, format, fields }: OpensearchOptions): Source {
  const map = fieldsOf(fields, '_id')
  const searchFor = async (body: object, locale: string, signal: AbortSignal): Promise<unknown[]> => {
    const at = new URL(`${encodeURIComponent(fillText(index, localeBlanks(locale)))}/_search`, url.replace(/\/*$/, '/'))
    const answer = await askJson(at, { source: name, fetch, signal, headers, body })
    const hits = valueAt(answer, 'hits.hits')
    if (!Array.isArray(hits)) throw badAnswer(name, at.host, 'no list of hits')
    return hits
  }
  const within = (must: object, locale: string) =>
    filter ? { bool: { must, filter: JSON.parse(fillText(JSON.stringify(filter), localeBlanks(locale))) as unknown } } : must
  // `_id` is a part of the hit, not of the document.
  const idOf = (hit: unknown) => textAt(hit, map.id === '_id' ? '_id' : `_source.${map.id}`)
  const searched = [`${map.title}^3`, `${map.summary}^2`, map.body]

  return remoteSource(name, {
    async find(query, { locale, limit, signal }) {
      const either = [
        { multi_match: { query, fields: searched, fuzziness: 'AUTO', prefix_length: 1 } },
        { multi_match: { query, fields: searched, type: 'bool_prefix' } },
      ]
      const hits = await searchFor({
        size: limit,
        query: within({ bool: { should: either, minimum_should_match: 1 } }, locale),
        _source: { excludes: [map.body] },
        highlight: {
          pre_tags: [opening], post_tags: [closing],
          fields: { [map.body]: { fragment_size: 200, number_of_fragments: 1, no_match_size: 200 }, [map.summary]: { number_of_fragments: 0 } },
        },
      }, locale, signal)
      return hits.map(hit => {
        const score = valueAt(hit, '_score')
        // A field of a nested path is one key here, dots and all.
        const highlighted = valueAt(hit, 'highlight')
        const first = (path: string) => (isRecord(highlighted) && Array.isArray(highlighted[path]) ? textAt(highlighted[path], '0') : undefined)
        return candidateFrom({
          item: valueAt(hit, '_source'), id: idOf(hit), piece: first(map.body), summary: first(map.summary), ...(typeof score === 'number' && { score }),
        }, map, format)
      })
    },

    async load(id, { locale, signal }) {
      const query = map.id === '_id' ? { ids: { values: [id] } } : { term: { [map.id]: id } }
      const [hit] = await searchFor({ size: 1, query }, locale, signal)
      return idOf(hit) === id ? articleFrom(valueAt(hit, '_source'), id, map, { format }) : undefined
    },
  })
}
