import { expect } from '@open-wc/testing'
import { builtIndex } from '../../../../src/core/articles/sources/built-index.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { builtSite, indexUrl, type BuiltSite } from '../built-site.ts'
import { codeOf } from '../rejection.ts'
import { manyArticles } from './large-site.ts'

const options = (limit = 5) => ({ locale: 'en', limit, signal: new AbortController().signal })

describe('a large index', () => {
  let large: BuiltSite
  before(async () => (large = await builtSite(manyArticles)))
  /** The same site, with a memory of its own of what was asked. */
  const fresh = () => {
    const files = new Map(large.files)
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = input => {
      const { pathname } = new URL(String(input))
      asked.push(pathname)
      const file = files.get(pathname)
      return Promise.resolve(file === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(file)))
    }
    return { files, asked, source: builtIndex(indexUrl, { fetch }) }
  }
  const ids = async (source: ReturnType<typeof builtIndex>, query: string) => (await source.search(query, options())).map(({ id }) => id)

  const known = [{ id: 'clean/lamp-kitchen', title: 'How to clean a lamp in the kitchen' }, { id: 'wrap/candle-cellar', title: 'How to wrap a candle in the cellar', query: 'wrpa candel cellar' }]
  for (const { title, run } of sourcePromises(() => ({ source: fresh().source, articles: known, page: { url: 'https://shop.example/clean' } }))) it(title, run)

  it('lies in pieces, of which a question fetches few', async () => {
    const { asked, files, source } = fresh()
    expect(await ids(source, 'clean lamp kitchen')).to.include('clean/lamp-kitchen')
    expect(files.size - manyArticles.length).to.be.greaterThan(60)
    expect(asked.length).to.be.lessThan(16)
    expect(new Set(asked).size).to.equal(asked.length)
  })

  it('fetches its titles beside its plan, and no piece before it is needed', async () => {
    const { asked, source } = fresh()
    await source.search('k', options())
    expect(asked.slice(0, 3)).to.deep.equal(['/help/index.json', '/help/en-parts/head.json', '/help/en.json'])
    expect(asked.some(path => /parts\/[vp]/.test(path))).to.equal(false)
  })

  it('finds a word that stands in one text only, also misspelt', async () => {
    const { source } = fresh()
    expect((await ids(source, 'zqclelam3x'))[0]).to.equal('clean/lamp-office')
    expect((await source.search('humdi', options()))[0]?.excerpt.text).to.contain('humid')
  })

  it('reads an article by its id without fetching what is there to be searched', async () => {
    const { asked, source } = fresh()
    expect((await source.read('recycle/chair-garden', options())).title).to.equal('How to recycle a chair in the garden')
    expect(asked.length).to.equal(4)
    expect(asked.some(path => /head|parts\/[vp]/.test(path))).to.equal(false)
    for (const id of ['', 'a', 'clean/lamp-', 'zzz', '__proto__', 'constructor']) expect(await codeOf(source.read(id, options())), id).to.equal('articles/not-found')
  })

  it('names its topics, with some articles of each', async () => {
    const topics = await fresh().source.topics?.(options())
    expect(topics?.length).to.equal(10)
    expect(topics?.[0]?.articles.length).to.equal(8)
  })

  it('says which piece is missing or broken, and answers once it is there', async () => {
    const query = 'humid patience basket'
    const good = fresh()
    await good.source.search(query, options())
    for (const [name, broken] of [['head', { terms: 1 }], ['v', 4], ['p', { a: 1 }], ['d', [{ id: 1 }]], ['d', undefined]] as const) {
      const { files, source } = fresh()
      const path = good.asked.find(each => each.startsWith(`/help/en-parts/${name}`)) ?? ''
      files.set(path, broken)
      expect(await codeOf(source.search(query, options())), path).to.equal(broken === undefined ? 'articles/unreachable' : 'articles/bad-index')
      files.set(path, large.files.get(path))
      expect((await ids(source, query)).length, path).to.equal(5)
    }
  })

  it('answers from what is left when a piece holds less than it should', async () => {
    const { files, source } = fresh()
    for (const path of [...files.keys()]) if (/parts\/[vp]\d/.test(path)) files.set(path, '')
    expect(await ids(source, 'clean a lamp in the kitchen')).to.include('clean/lamp-kitchen')
  })
})
