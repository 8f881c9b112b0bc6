import { expect } from '@open-wc/testing'
import type { Article } from '../../../../src/core/articles/article.ts'
import { inline } from '../../../../src/core/articles/sources/inline.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { knownArticles, knownFor } from '../known-articles.ts'

const options = (locale = 'en') => ({ locale, limit: 10, signal: new AbortController().signal })

describe('inline', () => {
  for (const { title, run } of sourcePromises(() => ({ source: inline(knownArticles), articles: knownFor, page: { url: 'https://shop.example/order' } }))) it(title, run)

  const inLanguages: Article[] = [
    { id: 'returns', title: 'Return something', body: 'parcel', format: 'markdown', locale: 'en' },
    { id: 'returns', title: 'Etwas zurückgeben', body: 'parcel', format: 'markdown', locale: 'de' },
    { id: 'contact', title: 'Contact', body: 'parcel', format: 'markdown' },
    { id: 'impressum', title: 'Impressum', body: 'parcel', format: 'markdown', locale: 'de' },
  ]

  it('gives each customer the article in the closest language, and those that have no other one', async () => {
    const source = inline(inLanguages)
    const titles = async (locale: string) => (await source.search('parcel', options(locale))).map(({ title }) => title).sort()
    expect(await titles('de-AT')).to.deep.equal(['Contact', 'Etwas zurückgeben', 'Impressum'])
    expect(await titles('en')).to.deep.equal(['Contact', 'Impressum', 'Return something'])
    expect((await source.read('returns', options('de'))).title).to.equal('Etwas zurückgeben')
    expect((await source.read('returns', options('ja'))).title).to.equal('Return something')
    expect((await source.search('impressum', options('en')))[0]?.locale).to.equal('de')
  })

  it('shows an excerpt of the words that are read, not of their markup, with the matches marked', async () => {
    const [found] = await inline(knownArticles).search('invoice account', options())
    expect(found?.excerpt.text).to.equal('Where they are Every invoice lies in your account & in the mail.')
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['invoice', 'account'])
  })

  it('marks what another customer wrote', async () => {
    expect((await inline(knownArticles).search('fuse', options()))[0]?.community).to.equal(true)
  })

  it('suggests by page first, and else by the words of the title, if enough of them are there', async () => {
    const source = inline(knownArticles)
    const suggested = async (url: string, title?: string) => (await source.suggest?.({ url, ...(title && { title }) }, options()))?.map(({ id, reason }) => `${id}: ${reason}`)
    expect(await suggested('https://shop.example/order', 'The Heron lamp')).to.deep.equal(['returns: its page "/order" matches https://shop.example/order'])
    expect(await suggested('https://shop.example/x', 'Heron lamp')).to.deep.equal(['lamp: has 100 % of the title "Heron lamp"'])
    expect(await suggested('https://shop.example/x', 'Zebra crossing with lamp posts')).to.deep.equal([])
    expect(await suggested('https://shop.example/x')).to.deep.equal([])
  })
})
