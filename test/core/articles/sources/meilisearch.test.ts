import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { meilisearch } from '../../../../src/core/articles/sources/meilisearch.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { codeOf } from '../rejection.ts'
import { asJson, docs, known, matching, options, playing, signed, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'search.example:7700'
const at = `https://${host}/behind`
const make = () => meilisearch({ url: at, apiKey: 'search-only-key', index: 'help-{language}', filter: 'locale = "{language}"' })

interface Query { q: string; limit: number; filter?: string; highlightPreTag: string; highlightPostTag: string }

// As the service answers: meilisearch.com/docs/reference/api/search
const hit = ({ id, title, summary, body }: Doc, { q, highlightPreTag: pre, highlightPostTag: post }: Query) => ({
  id: Number(id), title, summary, _rankingScore: 0.9,
  _formatted: { id, title, summary: signed(summary, q, [pre, post]), body: `…${signed(body, q, [pre, post])}` },
})
const answer = (hits: unknown[]) => ({ hits, query: '', processingTimeMs: 1, limit: 10, offset: 0, estimatedTotalHits: hits.length })
const wanted = (filter = '') => docs.find(({ id }) => filter === `id = "${id}"`)

const service = playing(
  http.post(`${at}/indexes/help-en/search`, async ({ request }) => {
    const asked = await request.json() as Query
    const one = wanted(asked.filter)
    if (/^id = /.test(asked.filter ?? '')) return asJson(answer(one ? [{ ...one, id: Number(one.id) }] : []))
    return asJson(answer(matching(asked.q).slice(0, asked.limit).map(doc => hit(doc, asked))))
  }),
)

describe('meilisearch', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  const query = { q: 'refund', limit: 10, highlightPreTag: '', highlightPostTag: '' }
  servicePromises({
    source: make, name: 'meilisearch', host, pattern: /search\.example/, id: '101', secret: 'search-only-key',
    list: answer, good: hit(docs[1]!, query), titled: title => hit({ ...docs[1]!, title }, query),
  }, service)

  it('asks with the key in a header, in the customer’s language, below the owner’s path', async () => {
    await make().search('refund', options('en-GB'))
    const [request] = service.requests
    expect(request?.headers.get('authorization')).to.equal('Bearer search-only-key')
    expect(request?.url).to.equal(`${at}/indexes/help-en/search`)
    expect(await request?.json()).to.deep.include({ q: 'refund', filter: 'locale = "en"', attributesToCrop: ['body'] })
  })

  it('marks what the engine marked, and keeps its scores', async () => {
    const [found] = await make().search('refund', options())
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
    expect(found?.score).to.equal(0.9)
  })

  it('reads by searching for the id, which a search key may', async () => {
    expect(await make().read('102', options())).to.deep.equal({ ...docs[1], format: 'markdown' })
    expect(await service.requests[0]?.json()).to.deep.include({ filter: 'id = "102"' })
    expect(await codeOf(make().read('x" OR id = "102', options()))).to.equal('articles/not-found')
  })

  it('asks for the document itself where the id cannot be filtered by', async () => {
    service.instead(
      http.post(`${at}/indexes/help-en/search`, () => asJson({ code: 'invalid_search_filter', message: 'Attribute `id` is not filterable.' }, 400)),
      http.get(`${at}/indexes/help-en/documents/:id`, ({ params }) => (params.id === '103' ? asJson(docs[2]) : asJson({ code: 'document_not_found' }, 404))),
    )
    expect((await make().read('103', options())).title).to.equal(docs[2]?.title)
    expect(await codeOf(make().read('104', options()))).to.equal('articles/not-found')
    expect(await codeOf(make().read('..', options()))).to.equal('articles/not-found')
  })

  it('says so when the key may not read documents either', async () => {
    service.instead(
      http.post(`${at}/indexes/help-en/search`, () => asJson({ code: 'invalid_search_filter' }, 400)),
      http.get(`${at}/indexes/help-en/documents/:id`, () => asJson({ code: 'invalid_api_key' }, 403)),
    )
    expect(await codeOf(make().read('103', options()))).to.equal('articles/unreachable')
  })
})
