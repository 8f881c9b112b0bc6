import { expect } from '@open-wc/testing'
import { parseJson } from '../../../src/core/support/parse-json.ts'
import { builtIndex } from '../../../src/core/articles/sources/built-index.ts'
import { builtSite, indexUrl } from '../articles/built-site.ts'
import { knownArticles } from '../articles/known-articles.ts'

const text = '{"a":[{"b":1}],"__proto__":{"c":2}}'

/** Does it on a page that has hung a word on every object. */
async function onHostilePage(name: string, work: () => void | Promise<void>) {
  Object.defineProperty(Object.prototype, name, { value: 'Not mine', configurable: true, writable: true })
  try {
    await work()
  } finally {
    delete (Object.prototype as unknown as Record<string, unknown>)[name]
  }
}

describe('what is read from JSON', () => {
  it('is what JSON.parse makes of it', () => {
    expect(parseJson(text)).to.deep.equal(JSON.parse(text))
    expect(() => parseJson('{')).to.throw(SyntaxError)
  })

  it('inherits nothing that a page has hung on every object, however deep it lies', () =>
    onHostilePage('articles', () => {
      const read = parseJson(text) as { articles?: unknown; a: { articles?: unknown }[] }
      const found = [read.articles, read.a[0]?.articles, Object.getOwnPropertyNames(read).join()]
      expect(found.map(String)).to.have.ordered.members(['undefined', 'undefined', 'a,__proto__'])
    }))

  for (const name of ['articles', 'head', 'about', 'parts', 'boosts', 'synonyms', 'id', 'then', 'value', 'get']) {
    it(`makes an index that is searched and read as ever, where every object has a “${name}”`, async () => {
      const site = await builtSite(knownArticles.map(article => ({ ...article, locale: 'en' })))
      let found: string[] = []
      let read = ''
      await onHostilePage(name, async () => {
        const source = builtIndex(indexUrl, { fetch: site.fetch, synonyms: [] })
        found = (await source.search('refund', { locale: 'en', limit: 1, signal: new AbortController().signal })).map(({ id }) => id)
        read = (await source.read(found[0]!, { locale: 'en', signal: new AbortController().signal })).title
      })
      expect([found.length, typeof read]).to.deep.equal([1, 'string'])
      expect(read).not.to.equal('Not mine')
    })
  }
})
