import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { algolia } from '../../../../src/core/articles/sources/algolia.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { asJson, docs, known, matching, options, playing, signed, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'app1-dsn.algolia.net'
const make = () => algolia({ appId: 'APP1', apiKey: 'search-only-key', index: 'help_{language}', filter: 'locale:{locale}' })

interface Query { query: string; hitsPerPage: number; highlightPreTag: string; highlightPostTag: string }

// As the service answers: algolia.com/doc/guides/building-search-ui/going-further/backend-search/in-depth/understanding-the-api-response
const hit = ({ id, title, summary, body }: Doc, { query, highlightPreTag, highlightPostTag }: Query) => ({
  objectID: id, title, summary,
  _highlightResult: { summary: { value: signed(summary, query, [highlightPreTag, highlightPostTag]), matchLevel: 'none', matchedWords: [] } },
  _snippetResult: { body: { value: signed(body, query, [highlightPreTag, highlightPostTag]), matchLevel: 'full' } },
})
const answer = (hits: unknown[]) => ({ hits, nbHits: hits.length, page: 0, nbPages: 1, hitsPerPage: 10, exhaustiveNbHits: true, query: '', params: '', processingTimeMS: 1 })

const service = playing(
  http.post(`https://${host}/1/indexes/help_en/query`, async ({ request }) => {
    const asked = await request.json() as Query
    return asJson(answer(matching(asked.query).slice(0, asked.hitsPerPage).map(doc => hit(doc, asked))))
  }),
  http.get(`https://${host}/1/indexes/help_en/:id`, ({ params }) => {
    const doc = docs.find(({ id }) => id === params.id)
    return doc ? asJson({ objectID: doc.id, ...doc, topics: ['orders'], updatedAt: 1_700_000_000 }) : asJson({ message: 'ObjectID does not exist', status: 404 }, 404)
  }),
)

describe('algolia', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  const query = { query: 'refund', hitsPerPage: 10, highlightPreTag: '', highlightPostTag: '' }
  servicePromises({
    source: make, name: 'algolia', host, pattern: /algolia\.net/, id: '101', secret: 'search-only-key',
    list: answer, good: hit(docs[1]!, query), titled: title => hit({ ...docs[1]!, title }, query),
  }, service)

  it('asks with its two headers, in the customer’s language, and without the bodies', async () => {
    await make().search('refund', { ...options('en-GB'), limit: 3 })
    const [request] = service.requests
    expect(request?.headers.get('x-algolia-application-id')).to.equal('APP1')
    expect(request?.headers.get('x-algolia-api-key')).to.equal('search-only-key')
    expect(request?.url).not.to.include('key')
    const body = await request?.clone().json() as Record<string, unknown>
    expect(body).to.deep.include({ query: 'refund', hitsPerPage: 3, filters: 'locale:en-GB' })
    expect(body.attributesToRetrieve).to.include('title').and.not.include('body')
  })

  it('marks what the engine marked, as ranges of the text', async () => {
    const [found] = await make().search('refund', options())
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
    expect(found?.excerpt.text).to.match(/^A refund follows/)
    expect(found?.source).to.equal('algolia')
  })

  it('reads a record as an article, by a map of its fields', async () => {
    expect(await make().read('101', options())).to.deep.equal({ ...docs[0], format: 'markdown', topics: ['orders'], updatedAt: '2023-11-14T22:13:20.000Z' })
    service.instead(http.get(`https://${host}/1/indexes/help_en/a%2Fb`, () => asJson({ objectID: 'a/b', name: { text: 'Title' }, html: '<p>x</p>' })))
    const mapped = algolia({ appId: 'APP1', apiKey: 'k', index: 'help_en', fields: { title: 'name.text', body: 'html' } })
    expect(await mapped.read('a/b', options())).to.deep.equal({ id: 'a/b', title: 'Title', body: '<p>x</p>', format: 'html' })
  })

  it('asks through an address of the owner’s where one is given', async () => {
    service.instead(http.post('https://proxy.example/1/indexes/help/query', () => asJson(answer([hit(docs[2]!, query)]))))
    expect((await algolia({ appId: 'A', apiKey: 'k', index: 'help', url: 'https://proxy.example' }).search('x', options())).map(({ id }) => id)).to.deep.equal(['103'])
  })
})
