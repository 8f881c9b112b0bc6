import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { opensearch } from '../../../../src/core/articles/sources/opensearch.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { asJson, docs, known, matching, options, playing, signed, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'os.example'
const make = () => opensearch({ url: `https://${host}/search/`, index: 'help', headers: { authorization: 'ApiKey abc' }, filter: { term: { locale: '{language}' } } })

interface Query { size: number; query: Record<string, unknown>; highlight?: { pre_tags: string[]; post_tags: string[] } }

// As both engines answer: docs.opensearch.org/latest/api-reference/search-apis/search
const hit = ({ id, title, summary, body }: Doc, score: number, query = '', signs: readonly [string, string] = ['', '']) =>
  ({ _index: 'help', _id: id, _score: score, _source: { title, summary, locale: 'en' }, highlight: { body: [signed(body, query, signs)] } })
const answer = (hits: unknown[]) => ({ took: 3, timed_out: false, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 }, hits: { total: { value: hits.length, relation: 'eq' }, max_score: 2, hits } })

const service = playing(
  http.post(`https://${host}/search/help/_search`, async ({ request }) => {
    const asked = await request.json() as Query
    const ids = (asked.query.ids as { values: string[] } | undefined)?.values
    if (ids) return asJson(answer(docs.filter(({ id }) => ids.includes(id)).map(({ id, ...source }) => ({ _index: 'help', _id: id, _score: 1, _source: source }))))
    const words = /"query":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(asked.query))?.[1] ?? ''
    const query = JSON.parse(`"${words}"`) as string
    const signs = [asked.highlight?.pre_tags[0] ?? '', asked.highlight?.post_tags[0] ?? ''] as const
    return asJson(answer(matching(query).slice(0, asked.size).map((doc, rank) => hit(doc, 9 - rank, query, signs))))
  }),
)

describe('opensearch', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  servicePromises({
    source: make, name: 'opensearch', host, pattern: /os\.example/, id: '101', secret: 'ApiKey abc',
    list: answer, good: hit(docs[1]!, 2), titled: title => hit({ ...docs[1]!, title }, 2),
  }, service)

  it('asks for misspelt and for unfinished words, within the owner’s filter', async () => {
    await make().search('refnd par', { ...options('de-AT'), limit: 4 })
    const [request] = service.requests
    expect(request?.headers.get('authorization')).to.equal('ApiKey abc')
    const asked = await request?.json() as { size: number; query: { bool: { must: { bool: { should: { multi_match: Record<string, unknown> }[] } }; filter: unknown } }; _source: unknown }
    expect(asked.size).to.equal(4)
    expect(asked.query.bool.filter).to.deep.equal({ term: { locale: 'de' } })
    expect(asked.query.bool.must.bool.should.map(({ multi_match: { query, fuzziness, type } }) => ({ query, fuzziness, type }))).to.deep.equal([
      { query: 'refnd par', fuzziness: 'AUTO', type: undefined }, { query: 'refnd par', fuzziness: undefined, type: 'bool_prefix' },
    ])
    expect(asked._source).to.deep.equal({ excludes: ['body'] })
  })

  it('marks what the engine marked, and keeps its scores and languages', async () => {
    const [found] = await make().search('refund', options())
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
    expect({ score: found?.score, locale: found?.locale }).to.deep.equal({ score: 9, locale: 'en' })
  })

  it('reads by the one address it searches by; by another field where ids are in one', async () => {
    expect(await make().read('102', options())).to.deep.equal({ ...docs[1], format: 'markdown' })
    service.instead(http.post(`https://${host}/search/help/_search`, async ({ request }) => {
      expect(await request.json()).to.deep.include({ query: { term: { slug: 'a/b' } } })
      return asJson(answer([{ _id: '7', _source: { slug: 'a/b', title: 'Title', body: 'x' } }]))
    }))
    const bySlug = opensearch({ url: `https://${host}/search`, index: 'help', fields: { id: 'slug' } })
    expect((await bySlug.read('a/b', options())).title).to.equal('Title')
  })
})
