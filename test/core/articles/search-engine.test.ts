import { expect } from '@open-wc/testing'
import { buildEngine, type SearchDocument, type SearchEngine } from '../../../src/core/articles/search-engine.ts'

const documents: SearchDocument[] = [
  { title: 'Return something', headings: 'Not returnable', summary: 'Sixty days', body: 'Print the label and send it. The refund comes later.' },
  { title: 'Refunds', body: 'Your money is back after five days.' },
  { title: 'Delivery times', headings: 'Track a parcel', body: 'How long it takes, by country. A refund is not needed.' },
  { title: 'The lamp flickers', body: 'Tighten the bulb; change the address of the dimmer.' },
  { title: 'Change the delivery address', body: 'Until it was sent. How do I do that? In your order.' },
  { title: 'Größe und Gewicht', body: 'Die Tischlampe ist 40 cm hoch.' },
  { title: '返品方法', body: '商品到着後六十日以内に返品できます。' },
  { title: 'การคืนสินค้า', body: 'คุณมีเวลาหกสิบวัน' },
]

describe('the search engine', () => {
  let engine: SearchEngine
  before(async () => (engine = await buildEngine(documents)))
  const best = async (query: string) => documents[(await engine.search(query, 3))[0]?.position ?? -1]?.title

  const table: [query: string, title: string | undefined, why: string][] = [
    ['refund', 'Refunds', 'a word in the title before the same word in the text'],
    ['parcel', 'Delivery times', 'a word in a heading'],
    ['sixty', 'Return something', 'a word in the summary'],
    ['bulb', 'The lamp flickers', 'a word in the text'],
    ['deliv', 'Delivery times', 'the beginning of a word'],
    ['g', 'Größe und Gewicht', 'a single letter'],
    ['delivrey adress', 'Change the delivery address', 'two misspelt words'],
    ['flikcers', 'The lamp flickers', 'two letters that changed places'],
    ['how do i change the address', 'Change the delivery address', 'a whole question'],
    ['refund delivery', 'Delivery times', 'all the words before one of them'],
    ['refund zzzzzz', 'Refunds', 'a word, although the other one is nowhere'],
    ['GROSSE', 'Größe und Gewicht', 'letters without their dots, and capitals'],
    ['返品', '返品方法', 'a Japanese word'],
    ['商品到着', '返品方法', 'Japanese words out of a sentence'],
    ['คืนสินค้า', 'การคืนสินค้า', 'Thai words out of a longer one'],
    ['zzzzzz', undefined, 'nothing'],
    ['', undefined, 'nothing for nothing'],
  ]
  for (const [query, title, why] of table) it(`finds ${why}: "${query}"`, async () => expect(await best(query)).to.equal(title))

  it('does not take a short word for another one', async () => {
    expect((await engine.search('lump', 3)).length).to.be.greaterThan(0)
    expect((await engine.search('lam', 3)).map(({ terms }) => terms.join()).join()).to.contain('lamp')
    expect(await engine.search('cns', 3)).to.deep.equal([])
  })

  it('says which words were found, so that they can be marked', async () => {
    expect((await engine.search('delivrey', 1))[0]?.terms).to.deep.equal(['delivery'])
  })

  it('takes a text by its word when it should', async () => {
    expect(await engine.search('delivrey', 3, true)).to.deep.equal([])
    expect((await engine.search('Change the delivery address', 1, true))[0]?.share).to.equal(1)
    expect((await engine.search('delivery zzzzzz', 1, true))[0]?.share).to.be.lessThan(0.6)
  })

  it('gives as many as it was asked for', async () => {
    expect((await engine.search('the', 2)).length).to.equal(2)
    for (const limit of [0, -1, NaN]) expect(await engine.search('the', limit)).to.deep.equal([])
  })

  it('can be empty', async () => {
    expect(await (await buildEngine([])).search('anything', 3)).to.deep.equal([])
  })

  it('comes back from a whole story for a query', async () => {
    const story = documents.map(({ title, body }) => `${title} ${body}`).join(' ').repeat(200)
    expect((await engine.search(story, 3)).length).to.equal(3)
  }).timeout(20_000)
})
