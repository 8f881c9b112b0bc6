import { expect } from '@open-wc/testing'
import { pageMatch } from '../../../src/core/articles/page-match.ts'

const fits = (pattern: string, path: string) => pageMatch(pattern, `https://shop.example${path}`) > 0

describe('pageMatch', () => {
  const table: [pattern: string, yes: string[], no: string[]][] = [
    ['/checkout', ['/checkout', '/checkout/', '/checkout/pay'], ['/', '/checkouts', '/a/checkout']],
    ['/', ['/'], ['/checkout']],
    ['checkout', ['/checkout'], ['/']],
    ['/products/*', ['/products/a', '/products/a/b'], ['/products', '/product']],
    ['/products/:id', ['/products/a', '/products/a/reviews'], ['/products', '/products/']],
    ['/products/:id/reviews', ['/products/a/reviews'], ['/products/a']],
    ['/*.html', ['/a.html'], ['/a-html']],
    ['https://shop.example/help', ['/help'], ['/']],
    ['https://other.example/help', [], ['/help']],
    ['', [], ['/']],
    ['/a[b', [], ['/']],
    ['/(', [], ['/(', '/']],
  ]
  for (const [pattern, yes, no] of table) {
    it(`"${pattern}" means ${yes.join(' ') || 'no page'}, not ${no.join(' ')}`, () => {
      expect(yes.filter(path => !fits(pattern, path))).to.deep.equal([])
      expect(no.filter(path => fits(pattern, path))).to.deep.equal([])
    })
  }

  it('prefers the pattern that says more', () => {
    const url = 'https://shop.example/products/heron'
    expect(pageMatch('/products/heron', url)).to.be.greaterThan(pageMatch('/products/:id', url))
    expect(pageMatch('/products/:id', url)).to.be.greaterThan(pageMatch('/*', url))
  })

  it('fits no page that is none', () => {
    for (const url of ['', 'nonsense', 'about:blank']) expect(pageMatch('/checkout', url)).to.equal(0)
  })
})
