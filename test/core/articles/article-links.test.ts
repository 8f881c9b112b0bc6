import { expect } from '@open-wc/testing'
import { articleHref, linkTarget } from '../../../src/core/articles/article-links.ts'

describe('linkTarget', () => {
  const table: [href: string, from: string, articleId: string, fragment?: string][] = [
    ['./other.md', 'a', 'other'], ['other.md#How to', 'a', 'other', 'earshot-how-to'], ['../faq.markdown', 'guides/start', 'faq'], ['/faq.md', 'guides/start', 'faq'],
    ['sub/deep.md', 'guides/start', 'guides/sub/deep'], ['#/article/guides/start', 'x', 'guides/start'], ['#/article/a%20b#c', 'x', 'a b', 'earshot-c'],
    ['../../../etc/passwd.md', 'a', 'etc/passwd'], ['größe.md', 'a', 'größe'],
  ]
  for (const [href, id, articleId, fragment] of table) {
    it(`leads from ${id} by "${href}" to the article ${articleId}`, () => {
      const target = linkTarget(href, { id, base: 'https://shop.example/help/' })
      expect([target?.articleId, target?.fragment, target?.external]).to.deep.equal([articleId, fragment, false])
    })
  }

  it('leaves Markdown on other sites where it is', () => {
    for (const href of ['https://github.com/a/b/README.md', '//cdn.example/a.md']) {
      const target = linkTarget(href, { id: 'a', base: 'https://shop.example/' })
      expect(target?.articleId).to.equal(undefined)
      expect(target?.external).to.equal(true)
    }
  })

  it('takes a broken escape as it is', () => {
    expect(linkTarget('#/article/100%', {})?.articleId).to.equal('100%')
    expect(linkTarget('#50%', {})?.fragment).to.equal('earshot-50')
  })

  it('understands what articleHref writes', () => {
    for (const id of ['a', 'guides/start', 'a b', 'größe', '100%', '#', 'a?b', '返品', '__proto__']) {
      const target = linkTarget(articleHref(id, 'Über uns'), {})
      expect([target?.articleId, target?.fragment]).to.deep.equal([id, 'earshot-über-uns'])
    }
  })
})
