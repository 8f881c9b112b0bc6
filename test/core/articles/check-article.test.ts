import { expect } from '@open-wc/testing'
import { checkArticle } from '../../../src/core/articles/check-article.ts'

const check = (value: unknown) => {
  const paths: string[] = []
  const article = checkArticle(value, '/articles/0', ({ code, path = '' }) => paths.push(`${code} ${path}`))
  return { article, paths }
}

const good = { id: 'a', title: 'A', body: 'b', format: 'markdown' }

describe('checkArticle', () => {
  it('takes a good article as it is, without what it does not know', () => {
    const full = { ...good, summary: 's', url: '/a', locale: 'en', topics: ['t'], pages: ['/p'], signals: ['x'], updatedAt: '2026-01-01', author: { name: 'Ada' }, community: true, related: ['b'] }
    expect(check({ ...full, surprise: 1 })).to.deep.equal({ article: full, paths: [] })
  })

  const bad: [title: string, value: unknown, path: string][] = [
    ['is no object', 'text', ''], ['is null', null, ''], ['is a list', [good], ''], ['has no id', { ...good, id: undefined }, '/id'], ['has a number for an id', { ...good, id: 7 }, '/id'],
    ['has an empty title', { ...good, title: ' ' }, '/title'], ['has no body', { id: 'a', title: 'A' }, '/body'],
  ]
  for (const [title, value, path] of bad) {
    it(`leaves out an article that ${title}, and says where`, () => {
      expect(check(value)).to.deep.equal({ article: undefined, paths: [`articles/bad-article /articles/0${path}`] })
    })
  }

  it('leaves out only the field that is wrong', () => {
    expect(check({ ...good, topics: 'x', pages: [1], author: 'Ada', community: 'yes', summary: 4, related: null })).to.deep.equal({
      article: good, paths: ['summary', 'community', 'topics', 'pages', 'author'].map(field => `articles/bad-article /articles/0/${field}`),
    })
  })

  it('reads what has no format as Markdown, which cannot do harm', () => {
    expect(check({ ...good, format: 'pdf' })).to.deep.equal({ article: good, paths: ['articles/bad-article /articles/0/format'] })
  })

  it('takes nothing from a prototype', () => {
    const value = JSON.parse('{"id":"a","title":"A","body":"b","format":"markdown","__proto__":{"summary":"polluted"}}') as unknown
    expect(check(value).article).to.deep.equal(good)
  })
})
