import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { typesense } from '../../../../src/core/articles/sources/typesense.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { codeOf } from '../rejection.ts'
import { asJson, docs, known, matching, options, playing, signed, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'ts.example:8108'
const make = () => typesense({ url: `https://${host}`, apiKey: 'search-only-key', collection: 'help', queryBy: 'title,body', filter: 'locale:={language}' })

// As the service answers: typesense.org/docs/26.0/api/search.html; `highlights` as older servers have it.
const hit = ({ id, title, summary, body }: Doc, query: string, signs: readonly [string, string], older = false) => {
  const snippet = signed(body, query, signs)
  return {
    document: { id, title, summary }, text_match: 578730123365711,
    ...(older ? { highlights: [{ field: 'body', snippet, matched_tokens: [query] }] } : { highlight: { body: { snippet, matched_tokens: [query] } }, highlights: [] }),
  }
}
const answer = (hits: unknown[]) => ({ facet_counts: [], found: hits.length, hits, out_of: 3, page: 1, search_time_ms: 1, search_cutoff: false })

const service = playing(
  http.get(`https://${host}/collections/help/documents/search`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    const query = asked.get('q') ?? ''
    const [, id] = /^id:=`(.*)`$/.exec(asked.get('filter_by') ?? '') ?? []
    if (query === '*') return asJson(answer(docs.filter(doc => doc.id === id).map(document => ({ document, highlights: [] }))))
    const signs = [asked.get('highlight_start_tag') ?? '', asked.get('highlight_end_tag') ?? ''] as const
    return asJson(answer(matching(query).slice(0, Number(asked.get('per_page'))).map((doc, index) => hit(doc, query, signs, index > 0))))
  }),
)

describe('typesense', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  const good = hit(docs[1]!, 'refund', ['', ''])
  servicePromises({
    source: make, name: 'typesense', host, pattern: /ts\.example/, id: '101', secret: 'search-only-key',
    list: answer, good, titled: title => hit({ ...docs[1]!, title }, '', ['', '']),
  }, service)

  it('asks with the key in a header, in the customer’s language, without the bodies', async () => {
    await make().search('refund & more', { ...options('de-AT'), limit: 3 })
    const [request] = service.requests
    expect(request?.headers.get('x-typesense-api-key')).to.equal('search-only-key')
    const asked = Object.fromEntries(new URL(request?.url ?? '').searchParams)
    expect(asked).to.deep.include({ q: 'refund & more', query_by: 'title,body', per_page: '3', filter_by: 'locale:=de', exclude_fields: 'body' })
  })

  it('marks what the engine marked, in both shapes it tells it in', async () => {
    const found = await make().search('parcel', options())
    expect(found.map(({ excerpt }) => excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end)))).to.deep.equal([['parcel'], ['parcel']])
  })

  it('reads by searching for the id, which a search key may, and lets no id change the filter', async () => {
    expect(await make().read('102', options())).to.deep.equal({ ...docs[1], format: 'markdown' })
    expect(await codeOf(make().read('x` || id:=`102', options()))).to.equal('articles/not-found')
  })
})
