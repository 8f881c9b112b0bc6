import { expect } from '@open-wc/testing'
import { linkUrl, pictureUrl } from '../../../src/core/articles/safe-url.ts'

describe('linkUrl', () => {
  const allowed: [href: string, becomes: string][] = [
    ['https://a.example/b', 'https://a.example/b'], ['HTTP://a.example', 'http://a.example/'], ['mailto:a@b.example', 'mailto:a@b.example'], ['tel:+491234', 'tel:+491234'],
    ['b', 'https://shop.example/help/b'], ['/b', 'https://shop.example/b'], ['//a.example/b', 'https://a.example/b'], ['?q', 'https://shop.example/help/?q'],
  ]
  for (const [href, becomes] of allowed) it(`lets "${href}" through`, () => expect(String(linkUrl(href, 'https://shop.example/help/'))).to.equal(becomes))

  for (const href of ['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'ftp://a.example', 'https://', 'http://[', 'about:blank']) {
    it(`stops ${JSON.stringify(href)}`, () => {
      expect(linkUrl(href, 'https://shop.example/')).to.equal(undefined)
      expect(linkUrl(href)).to.equal(undefined)
    })
  }

  it('leaves a relative address as it is when there is nothing to resolve it against', () => {
    expect(linkUrl('../b?c#d')).to.equal('../b?c#d')
  })
})

describe('pictureUrl', () => {
  it('takes pictures from the web, and raster pictures in the address itself', () => {
    for (const src of ['https://a.example/b.png', 'http://a.example/b.svg', 'data:image/png;base64,iVBORw0KGgo=', 'data:image/webp;base64,AAAA']) {
      expect(pictureUrl(src, 'https://shop.example/')).to.equal(src)
    }
    expect(pictureUrl('b.png', 'https://shop.example/help/')).to.equal('https://shop.example/help/b.png')
  })

  it('takes nothing that could be a document', () => {
    for (const src of ['data:image/svg+xml;base64,AAAA', 'data:image/svg+xml,<svg/>', 'data:text/html;base64,AAAA', 'javascript:x', 'mailto:a@b.example', 'blob:https://a/b', 'data:image/png,<script>']) {
      expect(pictureUrl(src, 'https://shop.example/'), src).to.equal(undefined)
    }
  })
})
