import { expect } from '@open-wc/testing'
import { fitsByPattern, fitsByTitle, fitsByTopic } from '../../../src/core/articles/page-articles.ts'
import type { Hit } from '../../../src/core/articles/search-engine.ts'

const page = { url: 'https://shop.example/products/reed' }
const hit = (position: number, share: number): Hit => ({ position, share, score: 1, terms: [] }) as unknown as Hit
const engine = (answers: { [query: string]: Hit[] }) => async (query: string) => answers[query] ?? []

describe('An article is suggested', () => {
  it('by the page it names, the nearer one first, saying which pattern it was', () => {
    const found = fitsByPattern([{ pages: ['/products/*'] }, {}, { pages: ['/nowhere', '/products/reed'] }], page)
    expect(found.map(({ position, reason }) => [position, reason])).to.deep.equal([
      [2, 'its page "/products/reed" matches https://shop.example/products/reed'],
      [0, 'its page "/products/*" matches https://shop.example/products/reed'],
    ])
  })

  it('by the topic the page declares, the one with the fewest others first', () => {
    const found = fitsByTopic([{ topics: ['care', 'shop', 'oil'] }, { topics: ['Care'] }, { topics: ['returns'] }, {}], { ...page, topics: ['care '] })
    expect(found.map(({ position, reason }) => [position, reason])).to.deep.equal([[1, 'its topic "Care" is the page\'s'], [0, 'its topic "care" is the page\'s']])
    expect(fitsByTopic([{ topics: ['care'] }], page)).to.deep.equal([])
  })

  it('by the product’s name and category, and then not by the title', async () => {
    const found = await fitsByTitle(engine({ 'Reed lamp': [hit(1, 0.5), hit(2, 0.4)], Lamps: [hit(1, 1), hit(3, 1)], 'Buy it now': [hit(9, 1)] }), {
      ...page, title: 'Buy it now', product: { name: 'Reed lamp', category: 'Lamps' },
    })
    expect(found.map(({ position, reason }) => [position, reason])).to.deep.equal([
      [1, 'has 100 % of the product\'s category "Lamps"'],
      [3, 'has 100 % of the product\'s category "Lamps"'],
    ])
  })

  it('by headings and title only where there is nothing surer, and more than one word of them', async () => {
    const search = engine({ 'Returning a lamp': [hit(4, 0.8)], 'Returns at Lamps': [hit(5, 0.9), hit(4, 0.2)], Home: [hit(6, 1)] })
    const found = await fitsByTitle(search, { ...page, title: 'Returns at Lamps', headings: ['Home', 'Returning a lamp'] })
    expect(found.map(({ position, reason }) => [position, reason])).to.deep.equal([
      [4, 'has 80 % of the heading "Returning a lamp"'],
      [5, 'has 90 % of the title "Returns at Lamps"'],
    ])
    expect(await fitsByTitle(search, { ...page, title: 'Home' })).to.deep.equal([])
    expect(await fitsByTitle(search, page)).to.deep.equal([])
  })

  it('the more surely, the higher it counts, whatever way it was found by', async () => {
    const [byPage] = fitsByPattern([{ pages: ['/products/*'] }], page)
    const [byTopic] = fitsByTopic([{ topics: ['care'] }], { ...page, topics: ['care'] })
    const [byWords] = await fitsByTitle(engine({ Reed: [hit(0, 1)] }), { ...page, product: { name: 'Reed' } })
    expect(byPage!.score).to.be.greaterThan(byTopic!.score)
    expect(byTopic!.score).to.be.greaterThan(byWords!.score)
  })
})
