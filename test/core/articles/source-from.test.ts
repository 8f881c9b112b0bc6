import { expect } from '@open-wc/testing'
import { sourceFrom } from '../../../src/core/articles/source-from.ts'
import { inline } from '../../../src/core/articles/sources/inline.ts'
import { builtSite, indexUrl } from './built-site.ts'
import { knownArticles } from './known-articles.ts'
import { codeOf } from './rejection.ts'

const options = () => ({ locale: 'en', limit: 10, signal: new AbortController().signal })
const [returns, refunds] = knownArticles

describe('sourceFrom', () => {
  const ids = async (setting: unknown, query: string) => {
    const problems: string[] = []
    const { fetch } = await builtSite(knownArticles)
    const source = sourceFrom(setting, { fetch, base: 'https://shop.example/checkout', onProblem: ({ code, path }) => problems.push(`${code} ${path}`) })
    return { found: (await source.search(query, options())).map(({ id }) => id), problems }
  }

  it('takes the address of a built index, relative to the page', async () => {
    for (const address of [indexUrl, '/help/index.json', 'help/index.json']) expect(await ids(address, 'refund')).to.deep.equal({ found: ['refunds'], problems: [] })
  })

  it('takes a list of articles', async () => {
    expect(await ids(knownArticles, 'lamp')).to.deep.equal({ found: ['lamp'], problems: [] })
  })

  it('takes a source', async () => {
    expect(await ids(inline(knownArticles), 'lamp')).to.deep.equal({ found: ['lamp'], problems: [] })
  })

  it('takes all of them together', async () => {
    const own = { id: 'own', title: 'Zebra crossing', body: 'x', format: 'markdown' }
    const mixed = ['/help/index.json', inline([{ ...own, id: 'source', format: 'markdown' }]), [own]]
    expect((await ids(mixed, 'zebra')).found).to.have.members(['own', 'source'])
    expect((await ids(mixed, 'lamp')).found).to.deep.equal(['lamp'])
  })

  it('leaves out what is no article, says where it is, and keeps the rest', async () => {
    const setting = [returns, { id: 'x' }, { ...refunds, id: returns?.id }, 7, null, { ...refunds, locale: 'de' }]
    expect(await ids(setting, 'return')).to.deep.include({ problems: [
      'articles/bad-article /articles/1/title', 'articles/duplicate-id /articles/2/id', 'articles/bad-setting /articles/3', 'articles/bad-setting /articles/4',
    ] })
    expect((await ids(setting, 'return')).found).to.include('returns')
  })

  it('has nothing, but works, without a setting or with a senseless one', async () => {
    expect(await ids(undefined, 'lamp')).to.deep.equal({ found: [], problems: [] })
    expect(await ids([], 'lamp')).to.deep.equal({ found: [], problems: [] })
    for (const setting of [7, '', {}, null, [[[[]]]]]) expect((await ids(setting, 'lamp')).problems.length, JSON.stringify(setting)).to.equal(1)
    expect(await codeOf(sourceFrom(undefined).read('x', options()))).to.equal('articles/not-found')
  })

  it('tells the search which words mean the same', async () => {
    const source = sourceFrom([{ id: 'a', title: 'Refunds', body: 'x', format: 'markdown' }], { synonyms: [['refund', 'moneyback']] })
    expect((await source.search('moneyback', { locale: 'fr', limit: 3, signal: new AbortController().signal })).map(({ id }) => id)).to.deep.equal(['a'])
  })
})
