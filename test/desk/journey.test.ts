import { expect } from '@open-wc/testing'
import { judgedArticle, openedArticle, readFor, searchedFor } from '../../src/desk/journey.ts'

describe('the journey', () => {
  it('counts a query once, however many keystrokes it took', () => {
    let journey = {}
    for (const query of ['r', 're', 'ret', 'retu', 'return']) journey = searchedFor(journey, query, 2)
    expect(journey).to.deep.equal({ searches: [{ query: 'return', count: 2 }] })
  })

  it('keeps a search apart from the next one, once an article was opened from it', () => {
    let journey = openedArticle(searchedFor({}, 'return', 2), 'returns')
    journey = searchedFor(journey, 'returns abroad', 0)
    expect(journey.searches).to.deep.equal([
      { query: 'return', count: 2, opened: ['returns'] },
      { query: 'returns abroad', count: 0 },
    ])
  })

  it('adds up the seconds an article was read, and keeps the answer to "did this help?"', () => {
    let journey = openedArticle({}, 'returns')
    journey = judgedArticle(readFor(readFor(journey, 'returns', 5), 'returns', 7), 'returns', false)
    expect(journey.articles).to.deep.equal([{ id: 'returns', seconds: 12, helpful: false }])
  })

  it('remembers the last twenty, not everything', () => {
    let journey = {}
    for (let i = 0; i < 50; i++) journey = openedArticle(searchedFor(journey, `query ${String.fromCharCode(97 + (i % 26))}${i}`, 1), `a${i}`)
    expect((journey as { searches: unknown[] }).searches).to.have.length(20)
    expect((journey as { articles: unknown[] }).articles).to.have.length(20)
  })
})
