import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { wordpress } from '../../../../src/core/articles/sources/wordpress.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { codeOf } from '../rejection.ts'
import { asJson, docs, matching, options, playing, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'lamps.example'
const api = `https://${host}/shop/wp-json/wp/v2`
const make = () => wordpress({ url: `https://${host}/shop/` })

// As a WordPress 6.1 answers, with what it embeds; shortened by what nobody reads.
const found = ({ id, title, body }: Doc, base = 'posts') => ({
  id: Number(id), title, url: `https://${host}/shop/${id}/`, type: 'post', subtype: base === 'posts' ? 'post' : 'page',
  _links: { self: [{ embeddable: true, href: `${api}/${base}/${id}` }], about: [{ href: `${api}/types/post` }], collection: [{ href: `${api}/search` }] },
  _embedded: { self: [{
    id: Number(id), date: '2026-11-22T01:55:49', slug: id, type: 'post', link: `https://${host}/shop/${id}/`,
    title: { rendered: title }, excerpt: { rendered: `<p>${body} &mdash; used or not.</p>\n`, protected: false }, author: 1, featured_media: 0,
  }] },
})
const post = ({ id, title, body }: Doc) => ({
  id: Number(id), date: '2026-11-22T01:55:49', modified: '2026-11-22T02:55:49', modified_gmt: '2026-11-22T01:55:49', slug: id, status: 'publish', type: 'post', link: `https://${host}/shop/${id}/`,
  title: { rendered: title }, content: { rendered: `<p>${body}</p><h2>How</h2>`, protected: false }, excerpt: { rendered: '', protected: false }, categories: [1], tags: [2],
  _embedded: { 'wp:term': [
    [{ id: 1, name: 'Uncategorized', slug: 'uncategorized', taxonomy: 'category' }, { id: 3, name: 'Orders &amp; returns', slug: 'orders', taxonomy: 'category' }],
    [{ id: 2, name: 'returns', slug: 'returns', taxonomy: 'post_tag' }],
  ] },
})

const service = playing(
  http.get(`${api}/search`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    return asJson(matching(asked.get('search') ?? '').slice(0, Number(asked.get('per_page'))).map(doc => found(doc)))
  }),
  http.get(`${api}/posts/:id`, ({ params }) => {
    const doc = docs.find(({ id }) => id === params.id)
    return doc ? asJson(post(doc)) : asJson({ code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } }, 404)
  }),
)

describe('wordpress', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: docs.map(({ id, title }) => ({ id: `posts/${id}`, title })) }))) it(title, run)

  servicePromises({ source: make, name: 'wordpress', host, pattern: /lamps\.example/, id: 'posts/101', list: items => items, good: found(docs[1]!), titled: title => found({ ...docs[1]!, title }) }, service)

  it('asks for posts and pages, or for the kinds the owner names', async () => {
    await make().search('refund', { ...options(), limit: 4 })
    expect([...new URL(service.requests[0]?.url ?? '').searchParams]).to.deep.equal([['search', 'refund'], ['per_page', '4'], ['_embed', 'self'], ['subtype[]', 'post'], ['subtype[]', 'page']])
    await wordpress({ url: `https://${host}/shop`, types: ['faq'], languages: ['en', 'de'] }).search('refund', options('de-AT'))
    const asked = new URL(service.requests[1]?.url ?? '').searchParams
    expect([asked.getAll('subtype[]'), asked.get('lang')]).to.deep.equal([['faq'], 'de'])
  })

  it('asks a site without pretty permalinks by its query', async () => {
    service.instead(http.get('https://plain.example/', ({ request }) => {
      const asked = new URL(request.url).searchParams
      if (asked.get('rest_route') === '/wp/v2/posts/102') return asJson(post(docs[1]!))
      const self = [{ href: 'https://plain.example/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F102' }]
      return asJson(asked.get('rest_route') === '/wp/v2/search' ? [{ ...found(docs[1]!), _links: { self } }] : null)
    }))
    const plain = wordpress({ url: 'https://plain.example/?rest_route=/' })
    expect((await plain.search('refund', options())).map(({ id }) => id)).to.deep.equal(['posts/102'])
    expect((await plain.read('posts/102', options())).title).to.equal(docs[1]?.title)
  })

  it('shows rendered titles and excerpts as texts, with the words of the query marked', async () => {
    service.instead(http.get(`${api}/search`, () => asJson([found({ ...docs[1]!, title: 'Return something &amp; don&#8217;t <em>worry</em>' }, 'pages')])))
    const [result] = await make().search('refund', options())
    expect(result?.title).to.equal('Return something & don’t worry')
    expect(result?.id).to.equal('pages/102')
    expect(result?.excerpt.text).to.match(/^A refund follows .* — used or not\.$/)
    expect(result?.excerpt.marks.map(({ start, end }) => result.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
  })

  it('reads a post as HTML, with what it is about', async () => {
    expect(await make().read('posts/101', options())).to.deep.equal({
      id: 'posts/101', title: docs[0]?.title, body: `<p>${docs[0]?.body}</p><h2>How</h2>`, format: 'html', url: `https://${host}/shop/101/`,
      updatedAt: '2026-11-22T01:55:49.000Z', topics: ['Orders & returns', 'returns'],
    })
  })

  it('shows nothing that a password protects, and reads nothing but posts', async () => {
    const locked = { ...post(docs[0]!), content: { rendered: '', protected: true } }
    service.instead(http.get(`${api}/pages/7`, () => asJson(locked)), http.get(`${api}/search`, () => asJson([{ ...found(docs[0]!), _embedded: { self: [{ excerpt: { rendered: '', protected: true } }] } }])))
    expect(await codeOf(make().read('pages/7', options()))).to.equal('articles/not-found')
    expect(await make().search('return', options())).to.deep.equal([])
    service.requests.length = 0
    for (const id of ['../../users/1', 'users/1/..', 'posts/1?context=edit', 'posts']) expect(await codeOf(make().read(id, options()))).to.equal('articles/not-found')
    expect(service.requests.length).to.equal(0)
  })
})
