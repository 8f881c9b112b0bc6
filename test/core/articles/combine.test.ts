import { expect } from '@open-wc/testing'
import type { SearchResult } from '../../../src/core/articles/article.ts'
import { combine } from '../../../src/core/articles/combine.ts'
import type { Source } from '../../../src/core/articles/source.ts'
import { inline } from '../../../src/core/articles/sources/inline.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'
import { sourcePromises } from '../../../src/testing/source-kit.ts'
import { knownArticles, knownFor } from './known-articles.ts'
import { codeOf } from './rejection.ts'

const result = (id: string, score: number, source = 'fake'): SearchResult => ({ id, title: id, excerpt: { text: '', marks: [] }, source, score })
const options = () => ({ locale: 'en', limit: 10, signal: new AbortController().signal })

function fake(found: () => Promise<SearchResult[]>): Source {
  return { search: found, suggest: found, read: async id => ({ id, title: 'from fake', body: '', format: 'markdown' }) }
}

/** A clock that stands still until it is told otherwise. */
function standingClock() {
  const due: { at: number; run: () => void }[] = []
  let now = 0
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const entry = { at: now + ms, run }
      due.push(entry)
      return () => void due.splice(due.indexOf(entry), 1)
    },
    pass(ms: number) {
      now += ms
      for (const { run } of due.filter(({ at }) => at <= now)) run()
    },
  }
}
const never = () => new Promise<never>(() => {})
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('combine', () => {
  describe('keeps the promises of a source', () => {
    const source = () => combine([inline(knownArticles.slice(0, 2)), inline(knownArticles.slice(2))])
    for (const { title, run } of sourcePromises(() => ({ source: source(), articles: knownFor, page: { url: 'https://shop.example/order' } }))) it(title, run)

    it('also beside a source that throws at once', async () => {
      const broken: Source = { search: () => { throw new Error('broken') }, read: () => { throw new Error('broken') } }
      for (const { run } of sourcePromises(() => ({ source: combine([broken, inline(knownArticles)]), articles: knownFor })).slice(0, 4)) await run()
    })
  })

  it('merges by rank, and takes an id that comes twice from the earlier source', async () => {
    const source = combine([fake(async () => [result('a', 300, 'one'), result('b', 150, 'one')]), fake(async () => [result('c', 0.8, 'two'), result('a', 0.7, 'two'), result('d', 0.1, 'two')])])
    const found = await source.search('x', options())
    expect(found.map(({ id, source: from }) => `${id} ${from}`)).to.deep.equal(['a one', 'c two', 'b one', 'd two'])
    expect((await source.suggest?.({ url: 'https://a.example/' }, options()))?.length).to.equal(4)
  })

  it('answers a second after the first source found something, and tells the others to stop', async () => {
    const clock = standingClock()
    let told = false
    const slow: Source = { ...fake(never), search: (_, { signal }) => (signal.addEventListener('abort', () => (told = true)), never()) }
    const answer = combine([slow, fake(async () => [result('a', 1)])], { clock }).search('x', options())
    await settled()
    clock.pass(999)
    expect(await Promise.race([answer, settled().then(() => 'waiting')])).to.equal('waiting')
    clock.pass(1)
    expect((await answer).map(({ id }) => id)).to.deep.equal(['a'])
    expect(told).to.equal(true)
  })

  it('waits four seconds for a source when no other has found anything', async () => {
    const clock = standingClock()
    const answer = combine([fake(never), fake(async () => [])], { clock }).search('x', options())
    await settled()
    clock.pass(3999)
    expect(await Promise.race([answer, settled().then(() => 'waiting')])).to.equal('waiting')
    clock.pass(1)
    expect(await answer).to.deep.equal([])
  })

  it('fails only when all fail, with what the first one said', async () => {
    const down = (code: string) => fake(() => Promise.reject(new EarshotError(code, 'down')))
    expect(await codeOf(combine([down('a/one'), down('a/two')]).search('x', options()))).to.equal('a/one')
    expect(await combine([down('a/one'), fake(async () => [])]).search('x', options())).to.deep.equal([])
    const clock = standingClock()
    const answer = codeOf(combine([fake(never)], { clock }).search('x', options()))
    await settled()
    clock.pass(4000)
    expect(await answer).to.equal('articles/unreachable')
  })

  it('stops waiting as soon as nobody waits for it', async () => {
    const gone = new AbortController()
    const answer = combine([fake(never)], { clock: standingClock() }).search('x', { ...options(), signal: gone.signal })
    gone.abort(new EarshotError('test/gone', 'gone'))
    expect(await codeOf(answer)).to.equal('test/gone')
  })

  it('reads from the first source that has the article', async () => {
    const missing: Source = { search: async () => [], read: id => Promise.reject(new EarshotError('articles/not-found', id)) }
    const broken: Source = { search: async () => [], read: () => Promise.reject(new EarshotError('articles/unreachable', 'down')) }
    expect((await combine([missing, broken, fake(async () => []), inline(knownArticles)]).read('returns', options())).title).to.equal('from fake')
    expect(await codeOf(combine([missing, missing]).read('x', options()))).to.equal('articles/not-found')
    expect(await codeOf(combine([missing, broken]).read('x', options()))).to.equal('articles/unreachable')
  })

  it('has nothing when there are no sources', async () => {
    expect(await combine([]).search('x', options())).to.deep.equal([])
    expect(await codeOf(combine([]).read('x', options()))).to.equal('articles/not-found')
  })
})
