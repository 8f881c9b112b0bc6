import { expect } from '@open-wc/testing'
import { pagefind } from '../../../../src/core/articles/sources/pagefind.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { codeOf } from '../rejection.ts'

// Pagefind itself, over an index that it built itself: see test/engines/pagefind-site.mjs.
const url = '/pagefind-site/pagefind/'
const help = '/pagefind-site/help'
const options = (limit = 10) => ({ locale: 'en', limit, signal: new AbortController().signal })

describe('pagefind', () => {
  for (const { title, run } of sourcePromises(() => ({
    source: pagefind({ url }),
    articles: [
      { id: `${help}/return/`, title: 'Return something & relax', query: 'return' },
      { id: `${help}/refund/`, title: 'When your refund arrives' },
      { id: `${help}/lamp.html`, title: 'The Heron lamp flickers', query: 'lamp' },
    ],
  }))) it(title, run)

  it('shows pages with their addresses, and marks what Pagefind marked', async () => {
    const [found] = await pagefind({ url }).search('refund', options())
    expect(found).to.deep.include({ id: `${help}/refund/`, source: 'pagefind', url: `${location.origin}${help}/refund/` })
    expect(found?.excerpt.text).to.include('<five> working days')
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end).toLowerCase())).to.include('refund')
  })

  it('reads a page without its navigation, its footer and its title', async () => {
    const article = await pagefind({ url }).read(`${help}/return/`, options())
    expect(article).to.deep.include({ title: 'Return something & relax', format: 'html', locale: 'en', url: `${location.origin}${help}/return/` })
    expect(article.body).to.include('<strong>sixty days</strong>').and.not.match(/Home|Imprint|alert|<h1/)
  })

  it('reads the words alone where the page cannot be had', async () => {
    const source = pagefind({ url })
    const [found] = await source.search('lost page', options(1))
    expect(found?.id).to.equal(`${help}/lost/`)
    const article = await source.read(found?.id ?? '', options())
    expect(article.title).to.equal('A lost page')
    expect(article.body).to.include('Its words are still there')
  })

  it('knows the file in the folder too, and a folder of the page’s own site', async () => {
    const found = await pagefind({ url: `${location.origin}/pagefind-site/pagefind/pagefind.js`, name: 'manual' }).search('lamp', options())
    expect(found.map(({ id, source }) => [id, source])).to.deep.equal([[`${help}/lamp.html`, 'manual']])
    expect((await pagefind({ url: 'pagefind', base: `${location.origin}/pagefind-site/` }).search('lamp', options())).length).to.equal(1)
  })

  it('says that it is not there, with no words of the customer, and asks no other site for a page', async () => {
    const missing = pagefind({ url: '/nowhere/' })
    expect(await codeOf(missing.search('refund', options()))).to.equal('articles/unreachable')
    expect(await codeOf(missing.search('refund', options()))).to.equal('articles/unreachable')
    for (const id of ['https://other.example/x', '//other.example/x', 'javascript:alert(1)', 'refund']) expect(await codeOf(pagefind({ url }).read(id, options()))).to.equal('articles/not-found')
  })
})
