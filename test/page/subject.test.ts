import { expect } from '@open-wc/testing'
import { subjectOf as subjectAt } from '../../src/page/subject.ts'

const pageWith = (head: string) => new DOMParser().parseFromString(`<title>A lamp</title>${head}`, 'text/html')
const subjectOf = (page: Document) => subjectAt(page, new URL('https://shop.example/products/lamp?token=secret#top'))
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('the subject of a page', () => {
  it('leaves the query and the fragment of the address at home', () => {
    expect(subjectOf(pageWith(''))).to.deep.equal({ url: 'https://shop.example/products/lamp', title: 'A lamp' })
  })

  it('names the product from JSON-LD', () => {
    const product = { '@context': 'https://schema.org', '@type': 'Product', sku: 'HR-1', name: 'Reed lamp' }
    expect(subjectOf(pageWith(jsonLd(product))).product).to.deep.equal({ id: 'HR-1', name: 'Reed lamp' })
    expect(subjectOf(pageWith(jsonLd({ '@graph': [{ '@type': 'WebSite' }, product] }))).product).to.deep.equal({ id: 'HR-1', name: 'Reed lamp' })
  })

  it('names it from Open Graph where there is no JSON-LD', () => {
    const meta = '<meta property="og:type" content="product"><meta property="og:title" content="Reed lamp">'
    expect(subjectOf(pageWith(meta)).product).to.deep.equal({ name: 'Reed lamp' })
  })

  it('names none on a page with several', () => {
    const list = [{ '@type': 'Product', name: 'A' }, { '@type': 'Product', name: 'B' }]
    expect(subjectOf(pageWith(jsonLd(list))).product).to.equal(undefined)
  })

  it('is not disturbed by broken, deep or hostile JSON-LD', () => {
    const deep = '[{"@graph":'.repeat(50) + '1' + '}]'.repeat(50)
    const page = pageWith(`<script type="application/ld+json">{not json</script><script type="application/ld+json">${deep}</script>${jsonLd({ '@type': 'Product', name: { toString: 1 }, sku: [] })}`)
    expect(subjectOf(page).product).to.equal(undefined)
  })
})
