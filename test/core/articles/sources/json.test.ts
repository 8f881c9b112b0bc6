import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { json } from '../../../../src/core/articles/sources/json.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { codeOf } from '../rejection.ts'
import { asJson, docs, known, matching, options, playing, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'cms.example'
const fields = { id: 'key', title: 'text.heading', body: 'text.main', summary: 'text.lead', updatedAt: 'changed', topics: 'tags', url: 'href' }
const make = () => json({
  search: `https://${host}/find?q={query}&n={limit}&lang={language}&key=secret-key`, read: `https://${host}/articles/{id}?lang={locale}&key=secret-key`,
  suggest: `https://${host}/for?page={url}&title={title}`, items: 'data.found', item: 'data', fields,
})
const item = ({ id, title, summary, body }: Doc) => ({ key: id, text: { heading: title, lead: summary, main: body }, changed: '2026-01-01', tags: ['orders'], href: `/help/${id}` })
const list = (items: unknown[]) => ({ data: { found: items } })

const service = playing(
  http.get(`https://${host}/find`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    return asJson(list(matching(asked.get('q') ?? '').slice(0, Number(asked.get('n'))).map(item)))
  }),
  http.get(`https://${host}/articles/:id`, ({ params }) => {
    const doc = docs.find(({ id }) => id === params.id)
    return doc ? asJson({ data: item(doc) }) : asJson({ error: 'none' }, 404)
  }),
  http.get(`https://${host}/for`, ({ request }) => asJson(list(new URL(request.url).searchParams.get('page')?.includes('/order') ? [item(docs[0]!)] : []))),
)

describe('json', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known, page: { url: 'https://shop.example/order', title: 'Order' } }))) it(title, run)

  describe('that answers with whole bodies', () => {
    const whole = () => json({ search: `https://${host}/find?q={query}&n={limit}`, items: 'data.found', fields })
    for (const { title, run } of sourcePromises(() => ({ source: whole(), articles: known }))) it(title, run)
  })

  servicePromises({ source: make, name: 'json', host, pattern: /cms\.example/, id: '101', secret: 'secret-key', list, good: item(docs[1]!), titled: title => item({ ...docs[1]!, title }) }, service)

  it('fills the blanks of its addresses, each value staying one value', async () => {
    await make().search('a&b=/../ #?', { ...options('pt-BR'), limit: 3 })
    expect(service.requests[0]?.url).to.equal(`https://${host}/find?q=a%26b%3D%2F..%2F%20%23%3F&n=3&lang=pt&key=secret-key`)
    await make().read('a/b', options('pt_BR')).catch(() => {})
    expect(service.requests[1]?.url).to.equal(`https://${host}/articles/a%2Fb?lang=pt-BR&key=secret-key`)
  })

  it('lets no id walk up the path', async () => {
    for (const id of ['.', '..']) expect(await codeOf(make().read(id, options()))).to.equal('articles/not-found')
    expect(service.requests.length).to.equal(0)
  })

  it('maps the fields of a search and of an article, and marks the words of the query', async () => {
    const [found] = await make().search('refund', options())
    expect(found).to.deep.include({ id: '102', title: docs[1]?.title, source: 'json', topics: ['orders'] })
    expect(found?.excerpt.text).to.equal('Five working days.')
    expect(await make().read('102', options())).to.deep.equal({
      id: '102', title: docs[1]?.title, body: docs[1]?.body, format: 'markdown', summary: docs[1]?.summary,
      url: `https://${host}/help/102`, updatedAt: '2026-01-01T00:00:00.000Z', topics: ['orders'],
    })
  })

  it('takes an answer that is the list itself, with Earshot’s own names', async () => {
    service.instead(http.get('https://plain.example/', () => asJson(docs)))
    const plain = json({ search: 'https://plain.example/?q={query}', format: 'html', headers: { 'x-shop': '7' }, name: 'handbook' })
    expect((await plain.search('refund', options())).map(({ id, source }) => [id, source])).to.deep.equal(docs.map(({ id }) => [id, 'handbook']))
    expect(service.requests[0]?.headers.get('x-shop')).to.equal('7')
    expect(await plain.read('101', options())).to.deep.equal({ ...docs[0], format: 'html' })
    expect(await codeOf(plain.read('999', options()))).to.equal('articles/not-found')
  })

  it('resolves a relative address against the page', async () => {
    service.instead(http.get('https://shop.example/find', () => asJson(docs)))
    expect((await json({ search: '/find?q={query}', base: 'https://shop.example/checkout' }).search('x', options())).length).to.equal(3)
  })

  it('lets through no address of another kind, and nothing inherited', async () => {
    service.instead(http.get('https://plain.example/', () => asJson([{ id: 'a', title: 'A', body: 'x', url: 'javascript:alert(1)', author: { name: 'Ada', avatar: 'data:text/html,x' } }])))
    const [found] = await json({ search: 'https://plain.example/?q={query}', fields: { summary: 'constructor.name' } }).search('x', options())
    expect({ url: found?.url, author: found?.author, excerpt: found?.excerpt.text }).to.deep.equal({ url: undefined, author: { name: 'Ada' }, excerpt: 'x' })
  })
})
