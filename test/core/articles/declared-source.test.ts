import { expect } from '@open-wc/testing'
import { declaredSource } from '../../../src/core/articles/declared-source.ts'
import { lazySource } from '../../../src/core/articles/lazy-source.ts'
import { sourceFrom } from '../../../src/core/articles/source-from.ts'
import { inline } from '../../../src/core/articles/sources/inline.ts'
import { sourcePromises } from '../../../src/testing/source-kit.ts'
import { builtSite, indexUrl } from './built-site.ts'
import { knownArticles, knownFor } from './known-articles.ts'
import { codeOf } from './rejection.ts'

const options = () => ({ locale: 'en', limit: 10, signal: new AbortController().signal })
const base = 'https://shop.example/checkout'

describe('a source by its name', () => {
  const declare = (setting: Record<string, unknown>, more: object = {}) => {
    const problems: string[] = []
    const told: string[] = []
    const source = declaredSource(setting as { source: string }, '/articles', {
      base, onProblem: ({ code, path, message }) => (problems.push(`${code} ${path}`), told.push(message)), ...more,
    })
    return { source, problems, told: told.join('\n') }
  }
  const every: Record<string, unknown>[] = [
    { source: 'index', url: '/help/index.json' },
    { source: 'algolia', appId: 'A', apiKey: 'k', index: 'help' },
    { source: 'meilisearch', url: 'https://m.example', index: 'help' },
    { source: 'typesense', url: 'https://t.example', apiKey: 'k', collection: 'help' },
    { source: 'opensearch', url: '/search', index: 'help' },
    { source: 'zendesk', url: 'https://z.example', locale: 'en-us' },
    { source: 'wordpress', url: '/blog/' },
    { source: 'discourse', url: 'https://d.example' },
    { source: 'pagefind' },
    { source: 'json', search: '/find?q={query}' },
  ]

  for (const setting of every) {
    it(`makes ${String(setting.source)} out of its settings, and asks where they say`, async () => {
      const asked: string[] = []
      const fetch = (async (url: URL) => (asked.push(url.host), Promise.reject(new TypeError('no network')))) as unknown as typeof globalThis.fetch
      const { source, problems } = declare(setting, { fetch })
      expect(problems).to.deep.equal([])
      expect(source?.name).to.equal(setting.source)
      // The kit of each proves what it finds; here only that the chunk comes and is handed what it needs.
      expect(await codeOf(source!.search('refund', options()))).to.equal('articles/unreachable')
      const where = String(setting.url ?? setting.search ?? 'https://a-dsn.algolia.net')
      if (setting.source !== 'pagefind') expect(asked[0]).to.equal(new URL(where, base).host)
    })
  }

  it('that is an index hears which words mean the same', async () => {
    const { fetch } = await builtSite([{ id: 'refund', title: 'A refund', body: 'Within a week.', format: 'markdown' }])
    const { source } = declare({ source: 'index', url: indexUrl }, { fetch, synonyms: [['refund', 'geld retour']] })
    expect((await source!.search('geld retour', options())).map(({ id }) => id)).to.deep.equal(['refund'])
  })

  it('that is unknown is told, with the nearest one', () => {
    expect(declare({ source: 'zendek', url: 'x' })).to.deep.include({ source: undefined, problems: ['articles/unknown-source /articles/source'] })
    expect(declare({ source: 'zendek' }).told).to.include('did you mean "zendesk"?')
    expect(declare({ source: 'xxxxxxxxxxxxxxxxxxxxxx' }).told).to.include('there are index, algolia')
    expect(declare({ source: '__proto__' }).problems).to.deep.equal(['articles/unknown-source /articles/source'])
  })

  it('that lacks something is left out, saying what was expected, and repeating no value', () => {
    const { source, problems, told } = declare({ source: 'algolia', appId: 7, apikey: 'my-key' })
    expect(source).to.equal(undefined)
    expect(problems).to.deep.equal(['articles/bad-source /articles/appId', 'articles/bad-source /articles/apiKey', 'articles/bad-source /articles/index', 'articles/bad-source /articles/apikey'])
    expect(told).to.include('needs "index", a text').and.include('did you mean "apiKey"?').and.not.include('my-key')
    expect(declare({ source: 'zendesk', url: 'https://' }).problems).to.deep.equal(['articles/bad-source /articles/url'])
  })

  it('works without what it only may have, and says what is wrong with it', () => {
    const { source, problems } = declare({ source: 'wordpress', url: '/blog', types: 'faq', name: '' })
    expect(source?.name).to.equal('wordpress')
    expect(problems).to.deep.equal(['articles/bad-source /articles/name', 'articles/bad-source /articles/types'])
  })

  it('can have a name of its own', () => expect(declare({ source: 'discourse', url: 'https://d.example', name: 'forum' }).source?.name).to.equal('forum'))

  it('can be the page', async () => {
    const page = (selector?: string) => (selector === '.none' ? undefined : inline(knownArticles.map(article => ({ ...article, topics: [selector ?? 'marked'] }))))
    expect((await declare({ source: 'page', selector: '.help' }, { page }).source!.read('lamp', options())).topics).to.deep.equal(['.help'])
    expect(declare({ source: 'page', selector: '.none' }, { page }).problems).to.deep.equal(['articles/bad-source /articles/selector'])
    expect(declare({ source: 'page' }).problems).to.deep.equal(['articles/bad-source /articles/selector'])
  })
})

describe('named sources among others', () => {
  const found = async (setting: unknown, page?: () => ReturnType<typeof inline> | undefined) => {
    const problems: string[] = []
    const source = sourceFrom(setting, { base, onProblem: ({ code, path }) => problems.push(`${code} ${path}`), ...(page && { page }) })
    return { ids: (await source.search('lamp', options())).map(({ id }) => id), problems }
  }
  const lamp = knownArticles.find(({ id }) => id === 'lamp')!

  it('stand alone or in a list; a broken one costs only itself', async () => {
    expect(await found([lamp, { source: 'zendesk' }, { source: 'nobody' }])).to.deep.equal({ ids: ['lamp'], problems: ['articles/bad-source /articles/1/url', 'articles/unknown-source /articles/2/source'] })
    expect(await found({ source: 'nobody' })).to.deep.equal({ ids: [], problems: ['articles/unknown-source /articles/source'] })
  })

  it('are not articles that say where they come from', async () => {
    expect(await found([{ ...lamp, source: 'handbook' }])).to.deep.equal({ ids: ['lamp'], problems: [] })
  })

  it('join the articles of the page without being asked, once', async () => {
    const page = () => inline([lamp])
    expect(await found(undefined, page)).to.deep.equal({ ids: ['lamp'], problems: [] })
    expect(await found([{ source: 'page' }], page)).to.deep.equal({ ids: ['lamp'], problems: [] })
    expect(await found(undefined, () => undefined)).to.deep.equal({ ids: [], problems: [] })
  })
})

describe('a source that is fetched when it is asked', () => {
  for (const { title, run } of sourcePromises(() => ({ source: lazySource('late', async () => inline(knownArticles)), articles: knownFor, page: { url: 'https://shop.example/order' } }))) it(title, run)

  it('fails while its code cannot be loaded, and tries again', async () => {
    let there = false
    const source = lazySource('late', async () => (there ? inline(knownArticles) : Promise.reject(new TypeError('Failed to fetch'))))
    for (const work of [source.search('lamp', options()), source.read('lamp', options()), source.suggest!({ url: base }, options()), source.topics!(options())]) {
      expect(await codeOf(work)).to.equal('articles/unreachable')
    }
    there = true
    expect((await source.search('lamp', options())).map(({ id }) => id)).to.deep.equal(['lamp'])
  })

  it('is not waited for by somebody who has gone', async () => {
    const gone = new AbortController()
    const asked = lazySource('late', () => new Promise(() => {})).search('lamp', { ...options(), signal: gone.signal })
    gone.abort(new Error('gone'))
    expect(await asked.catch((error: Error) => error.message)).to.equal('gone')
  })
})
