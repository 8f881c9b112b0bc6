import { expect } from '@open-wc/testing'
import type { SearchResult } from '../../../src/core/articles/article.ts'
import type { SearchState } from '../../../src/desk/state.ts'
import { steady, type Shown } from '../../../src/elements/help/steady-results.ts'

const row = (id: string): SearchResult => ({ id, title: id, excerpt: { text: '', marks: [] }, source: 'test', score: 1 })
const rows = (ids: string) => [...ids].map(row)
const state = (query: string, status: SearchState['status'], ids: string): SearchState => ({ query, status, results: rows(ids) })
const shown = (query: string, ids: string): Shown => ({ query, status: 'ready', results: rows(ids) })
const ids = (shown: Shown | undefined) => shown?.results.map(({ id }) => id).join('')

describe('what a search shows', () => {
  it('is nothing before the first answer', () => {
    expect(steady(undefined, state('a', 'busy', ''), false)).to.equal(undefined)
  })

  it('is the answer, in its order', () => {
    expect(ids(steady(undefined, state('a', 'ready', 'xyz'), false))).to.equal('xyz')
    expect(ids(steady(shown('a', 'xyz'), state('ab', 'ready', 'zx'), false))).to.equal('zx')
  })

  it('stays until the next question is answered', () => {
    const before = shown('a', 'xy')
    expect(steady(before, { query: 'ab', status: 'busy', results: before.results }, false) === before).to.equal(true)
    expect(steady(before, state('ab', 'busy', ''), false) === before).to.equal(true)
    const nothing = shown('a', '')
    expect(steady(nothing, state('ab', 'busy', ''), false) === nothing, 'also when it was nothing').to.equal(true)
  })

  it('grows at its end by what other sources find for the same question', () => {
    const first = steady(shown('a', 'q'), state('ab', 'busy', 'x'), false)
    expect(ids(first)).to.equal('x')
    expect(ids(steady(first, state('ab', 'ready', 'yxz'), false))).to.equal('xyz')
  })

  it('moves nothing while somebody is among the rows, whatever was asked since', () => {
    const held = steady(shown('a', 'xy'), state('ab', 'ready', 'zy'), true)
    expect(ids(held)).to.equal('xyz')
    expect(ids(steady(held, state('ab', 'ready', 'zy'), false)), 'and puts it right afterwards').to.equal('zy')
    expect(ids(steady(shown('a', 'xy'), state('ab', 'ready', ''), true))).to.equal('xy')
    expect(steady(shown('a', 'xy'), state('ab', 'failed', ''), true)?.status).to.equal('ready')
  })

  it('is a failure when nothing is left to show', () => {
    expect(steady(shown('a', 'xy'), state('ab', 'failed', ''), false)).to.deep.include({ status: 'failed', results: [], query: 'ab' })
  })
})
