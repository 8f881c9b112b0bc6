import { expect } from '@open-wc/testing'
import { builtIndex } from '../../../../src/core/articles/sources/built-index.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { builtSite, indexUrl } from '../built-site.ts'
import { knownArticles, knownFor } from '../known-articles.ts'
import { codeOf } from '../rejection.ts'

const options = (locale = 'en') => ({ locale, limit: 10, signal: new AbortController().signal })
const empty = { terms: '', postings: '' }
const german = knownArticles.slice(0, 1).map(article => ({ ...article, title: 'Etwas zurückgeben', body: 'Paket', locale: 'de' }))
const english = knownArticles.map(({ url: _, ...article }) => ({ ...article, locale: 'en' }))

describe('builtIndex', () => {
  const make = async () => {
    const site = await builtSite(english)
    return { source: builtIndex(indexUrl, { fetch: site.fetch }), articles: knownFor, page: { url: 'https://shop.example/order' } }
  }
  for (const { title, run } of sourcePromises(make)) it(title, run)

  it('fetches nothing until it is asked, then the index once, and an article when it is read', async () => {
    const site = await builtSite(english)
    const source = builtIndex('/help/index.json', { fetch: site.fetch, base: 'https://shop.example/checkout' })
    expect(site.asked).to.deep.equal([])
    await Promise.all([source.search('lamp', options()), source.search('refund', options())])
    await source.search('invoice', options())
    expect(site.asked).to.deep.equal(['/help/index.json', '/help/en.json'])
    await source.read('answers/fuse', options())
    expect(site.asked).to.deep.equal(['/help/index.json', '/help/en.json', '/help/en/answers-fuse.json'])
  })

  it('suggests for a page without fetching what is there to be searched', async () => {
    const site = await builtSite(english)
    const found = await builtIndex(indexUrl, { fetch: site.fetch }).suggest?.({ url: 'https://shop.example/order' }, options())
    expect(found?.map(({ id }) => id)).to.deep.equal(['returns'])
    expect(site.asked).to.deep.equal(['/help/index.json'])
  })

  it('asks again after a failure', async () => {
    const site = await builtSite(english)
    const source = builtIndex(indexUrl, { fetch: site.fetch })
    const index = site.files.get('/help/en.json')
    site.files.set('/help/en.json', 503)
    expect(await codeOf(source.search('lamp', options()))).to.equal('articles/unreachable')
    site.files.set('/help/en.json', index)
    expect((await source.search('lamp', options())).length).to.equal(1)
  })

  it('gives up on one question without spoiling the others', async () => {
    const site = await builtSite(english)
    const source = builtIndex(indexUrl, { fetch: site.fetch })
    const gone = new AbortController()
    const first = source.search('lamp', { ...options(), signal: gone.signal })
    const second = source.search('lamp', options())
    gone.abort()
    expect(await codeOf(first)).to.contain('Abort')
    expect((await second).length).to.equal(1)
  })

  it('answers in the language of the customer, else the closest, else the first', async () => {
    const site = await builtSite([...english, ...german])
    const source = builtIndex(indexUrl, { fetch: site.fetch })
    expect((await source.search('zurückgeben', options('de-AT')))[0]?.locale).to.equal('de')
    expect((await source.search('return', options('ja')))[0]?.locale).to.equal('en')
    expect((await source.read('returns', options('de'))).title).to.equal('Etwas zurückgeben')
    expect((await source.read('lamp', options('de'))).locale).to.equal('en')
  })

  it('says where an article\'s pictures lie', async () => {
    const site = await builtSite(english)
    expect((await builtIndex(indexUrl, { fetch: site.fetch }).read('lamp', options())).base).to.equal('https://shop.example/help/en/lamp.json')
  })

  const broken: [title: string, path: string, file: unknown, code: string][] = [
    ['there is none', '/help/index.json', undefined, 'articles/unreachable'],
    ['the server is down', '/help/index.json', 500, 'articles/unreachable'],
    ['the network is down', '/help/index.json', new TypeError('Failed to fetch'), 'articles/unreachable'],
    ['it is a page', '/help/index.json', '<!doctype html>', 'articles/bad-index'],
    ['it is nothing', '/help/index.json', 'null', 'articles/bad-index'],
    ['it comes from the future', '/help/index.json', { version: 3, locales: {} }, 'articles/bad-index'],
    ['it was made before', '/help/index.json', { version: 1, locales: { en: { index: 'en.json' } } }, 'articles/bad-index'],
    ['it has no languages', '/help/index.json', { version: 2, locales: {} }, 'articles/bad-index'],
    ['a language has no index', '/help/index.json', { version: 2, locales: { en: {} } }, 'articles/bad-index'],
    ['its pages are none', '/help/index.json', { version: 2, locales: { en: { index: 'en.json', about: { pages: [1], topics: [] } } } }, 'articles/bad-index'],
    ['its titles lie nowhere', '/help/index.json', { version: 2, locales: { en: { index: 'en.json', head: 1 } } }, 'articles/bad-index'],
    ['a language lies on another site', '/help/index.json', { version: 2, locales: { en: { index: 'https://evil.example/en.json' } } }, 'articles/bad-index'],
    ['titles lie on another site', '/help/index.json', { version: 2, locales: { en: { index: 'en.json', head: '//evil.example/head.json' } } }, 'articles/bad-index'],
    ['a language is missing', '/help/en.json', undefined, 'articles/unreachable'],
    ['a language is of another shape', '/help/en.json', { version: 2, total: 1, articles: [{ id: 'a' }], head: empty, body: empty }, 'articles/bad-index'],
    ['a language is of another version', '/help/en.json', { version: 1, articles: [], engine: {} }, 'articles/bad-index'],
    ['a language has endless articles', '/help/en.json', { version: 2, total: 1e12, articles: [], head: empty, body: empty }, 'articles/bad-index'],
    ['a language has no terms', '/help/en.json', { version: 2, total: 0, articles: [], head: {}, body: empty }, 'articles/bad-index'],
    ['a language does not say what lies where', '/help/en.json', { version: 2, total: 9, parts: { folder: 'x' } }, 'articles/bad-index'],
  ]
  for (const [title, path, file, code] of broken) {
    it(`says ${code} when ${title}`, async () => {
      const site = await builtSite(english)
      site.files.set(path, file)
      expect(await codeOf(builtIndex(indexUrl, { fetch: site.fetch }).search('lamp', options()))).to.equal(code)
    })
  }

  const unreadable: [title: string, file: unknown, code: string][] = [
    ['its file is missing', undefined, 'articles/unreachable'], ['its file holds another one', english[1], 'articles/bad-index'], ['its file is no article', { id: 'lamp' }, 'articles/bad-index'],
  ]
  for (const [title, file, code] of unreadable) {
    it(`says ${code} for an article when ${title}`, async () => {
      const site = await builtSite(english)
      site.files.set('/help/en/lamp.json', file)
      expect(await codeOf(builtIndex(indexUrl, { fetch: site.fetch }).read('lamp', options()))).to.equal(code)
    })
  }

  it('says so when its address is none', async () => {
    expect(await codeOf(builtIndex('http://[', { fetch: () => Promise.reject(new Error('asked')) }).search('lamp', options()))).to.equal('articles/bad-index')
  })

  it('can hold a language\'s index in itself', async () => {
    const site = await builtSite(english)
    site.files.set('/help/index.json', { version: 2, locales: { en: { index: site.files.get('/help/en.json') } } })
    expect((await builtIndex(indexUrl, { fetch: site.fetch }).search('lamp', options())).length).to.equal(1)
    expect(site.asked).to.deep.equal(['/help/index.json'])
  })
})
