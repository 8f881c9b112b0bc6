import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { zendesk } from '../../../../src/core/articles/sources/zendesk.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { asJson, docs, known, matching, options, playing, signed, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'lamps.zendesk.com'
const api = `https://${host}/api/v2/help_center`
const make = () => zendesk({ url: `https://${host}`, locale: ['en-us', 'de'] })

// As the service answers: developer.zendesk.com/api-reference/help_center/help-center-api/search and …/articles
const article = ({ id, title, body }: Doc, locale = 'en-us') => ({
  id: Number(id), url: `${api}/${locale}/articles/${id}.json`, html_url: `https://${host}/hc/${locale}/articles/${id}`, author_id: 3, draft: false, promoted: false,
  section_id: 4, created_at: '2025-01-02T03:04:05Z', updated_at: '2026-01-02T03:04:05Z', name: title, title, locale, source_locale: 'en-us', outdated: false,
  label_names: ['orders'], body: `<p>${body}</p>`,
})
const hit = (doc: Doc, query = '') => ({ ...article(doc), snippet: `${signed(doc.body, query, ['<em>', '</em>'])} &amp; more`, result_type: 'article' })
const answer = (results: unknown[]) => ({ count: results.length, next_page: null, page: 1, page_count: 1, per_page: 10, previous_page: null, results })

const service = playing(
  http.get(`${api}/articles/search.json`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    return asJson(answer(matching(asked.get('query') ?? '').slice(0, Number(asked.get('per_page'))).map(doc => hit(doc, asked.get('query') ?? ''))))
  }),
  http.get(`${api}/:locale/articles/:file`, ({ params }) => {
    const doc = docs.find(({ id }) => params.file === `${id}.json`)
    // The third one was never translated.
    return doc && !(params.locale === 'de' && doc.id === '103') ? asJson({ article: article(doc, String(params.locale)) }) : asJson({ error: 'RecordNotFound', description: 'Not found' }, 404)
  }),
  http.get(`${api}/articles/:file`, ({ params }) => {
    const doc = docs.find(({ id }) => params.file === `${id}.json`)
    return doc ? asJson({ article: article(doc) }) : asJson({ error: 'RecordNotFound', description: 'Not found' }, 404)
  }),
)

describe('zendesk', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  servicePromises({ source: make, name: 'zendesk', host, pattern: /zendesk\.com/, id: '101', list: answer, good: hit(docs[1]!), titled: title => hit({ ...docs[1]!, title }) }, service)

  it('asks in the language of the help centre that is closest to the customer’s, else in its first', async () => {
    const asked = async (locale: string) => {
      await make().search('refund', { ...options(locale), limit: 5 })
      return Object.fromEntries(new URL(service.requests.at(-1)?.url ?? '').searchParams)
    }
    expect(await asked('de-AT')).to.deep.equal({ query: 'refund', per_page: '5', locale: 'de' })
    expect((await asked('ja')).locale).to.equal('en-us')
    await zendesk({ url: `https://${host}/` }).search('refund', options('de'))
    expect(new URL(service.requests.at(-1)?.url ?? '').searchParams.has('locale')).to.equal(false)
  })

  it('shows the piece that matched as a text, with what matched marked', async () => {
    const [found] = await make().search('refund', options())
    expect(found?.excerpt.text).to.match(/^A refund follows .*& more$/)
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
    expect(found?.url).to.equal(`https://${host}/hc/en-us/articles/102`)
  })

  it('reads an article as HTML with its labels, in the customer’s language where it is translated', async () => {
    expect(await make().read('101', options('de'))).to.deep.equal({
      id: '101', title: docs[0]?.title, body: `<p>${docs[0]?.body}</p>`, format: 'html', locale: 'de', url: `https://${host}/hc/de/articles/101`,
      updatedAt: '2026-01-02T03:04:05.000Z', topics: ['orders'],
    })
    expect((await make().read('103', options('de'))).locale).to.equal('en-us')
  })

  it('shows no drafts', async () => {
    service.instead(http.get(`${api}/articles/search.json`, () => asJson(answer([{ ...hit(docs[0]!), draft: true }]))))
    expect(await make().search('return', options())).to.deep.equal([])
  })
})
