import { expect } from '@open-wc/testing'
import { aboutPage as aboutAt } from '../../src/page/about-page.ts'

const about = (html: string, at = 'https://shop.example/products/lamp?token=secret#top') => aboutAt(new DOMParser().parseFromString(html, 'text/html'), new URL(at))
const product = (value: object) => `<script type="application/ld+json">${JSON.stringify({ '@type': 'Product', ...value })}</script>`

describe('What articles are suggested by', () => {
  it('is the address without query and fragment, the title and the first main headings', () => {
    expect(about('<title>A lamp</title><h1> Reed \n lamp </h1><h1></h1><h1>b</h1><h1>c</h1><h1>d</h1><h2>no</h2>')).to.deep.equal({
      url: 'https://shop.example/products/lamp', title: 'A lamp', headings: ['Reed lamp', 'b', 'c'],
    })
    expect(about('', 'file:///home/ann/page.html')).to.deep.equal({ url: '' })
  })

  it('is what the page declares as its topics, in its head or on its elements, each once', () => {
    const page = '<html data-earshot-topic="care"><head><meta name="earshot:topic" content="returns, care ,"><meta name="earshot:topic" content="wood"></head><body data-earshot-topic="oil">'
    expect(about(page).topics).to.deep.equal(['returns', 'care', 'wood', 'oil'])
    expect(about(`<meta name="earshot:topic" content="${Array.from({ length: 50 }, (_, index) => index).join()}">`).topics).to.have.length(10)
  })

  it('is the product on it with its category, from JSON-LD or Open Graph', () => {
    expect(about(product({ sku: 'R-1', name: 'Reed', category: 'Home > Light > Table lamps' })).product).to.deep.equal({ id: 'R-1', name: 'Reed', category: 'Table lamps' })
    expect(about(product({ name: 'Reed', category: { '@type': 'CategoryCode', name: 'Lamps' } })).product).to.deep.equal({ name: 'Reed', category: 'Lamps' })
    const meta = '<meta property="og:type" content="product"><meta property="og:title" content="Reed"><meta property="product:category" content="Lamps">'
    expect(about(meta).product).to.deep.equal({ name: 'Reed', category: 'Lamps' })
  })
})
