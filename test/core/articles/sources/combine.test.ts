import { expect } from '@open-wc/testing'
import type { SearchResult } from '../../../../src/core/articles/article.ts'
import { combine } from '../../../../src/core/articles/sources/combine.ts'
import type { Source, SourceState, TopicShelf } from '../../../../src/core/articles/source.ts'
import { inline } from '../../../../src/core/articles/sources/inline.ts'
import { EarshotError } from '../../../../src/core/support/errors.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { knownArticles, knownFor } from '../known-articles.ts'
import { codeOf } from '../rejection.ts'

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

  describe('while some sources are still out', () => {
    const later = () => {
      let answer: (results: SearchResult[]) => void = () => {}
      const source: Source = { ...fake(() => new Promise(resolve => (answer = resolve))), name: 'slow' }
      return { source, answer: (...results: SearchResult[]) => answer(results) }
    }
    type Told = { ids: string[]; states: string[] }
    const listen = (told: Told[]) => (results: SearchResult[], states: SourceState[]) =>
      void told.push({ ids: results.map(({ id }) => id), states: states.map(({ name, status, count }) => `${name} ${status} ${count}`) })

    it('tells what is there, and how each source is doing', async () => {
      const told: Told[] = []
      const slow = later()
      const broken = fake(() => Promise.reject(new Error('broken')))
      const answer = combine([slow.source, fake(async () => [result('a', 1)]), broken]).search('x', { ...options(), onPartial: listen(told) })
      await settled()
      expect(told.at(-1)).to.deep.equal({ ids: ['a'], states: ['slow busy 0', 'source 2 ready 1', 'source 3 failed 0'] })
      slow.answer(result('b', 1))
      await answer
      expect(told.at(-1)).to.deep.equal({ ids: ['a', 'b'], states: ['slow ready 1', 'source 2 ready 1', 'source 3 failed 0'] })
    })

    it('moves nothing that was shown: what comes later is ranked among itself, below it, and the answer is the last list told', async () => {
      const told: Told[] = []
      const slow = later()
      const answer = combine([slow.source, fake(async () => [result('other', 2, 'quick'), result('more', 1, 'quick')])])
        .search('lamp', { ...options(), onPartial: listen(told) })
      await settled()
      slow.answer(result('table lamp', 9), result('lamp', 8), result('other', 7), result('chair', 1))
      const found = await answer
      expect(told.map(({ ids }) => ids.join())).to.deep.equal(['other,more', 'other,more,table lamp,lamp,chair'])
      expect(found.map(({ id }) => id).join()).to.equal(told.at(-1)!.ids.join())
      for (const [index, { score }] of found.entries()) expect(score).to.be.at.most(found[index - 1]?.score ?? Infinity)
    })

    it('keeps half of the places for those that are still out', async () => {
      const told: Told[] = []
      const slow = later()
      const many = [...'abcdefgh'].map((id, index) => result(id, 9 - index))
      const answer = combine([fake(async () => many), slow.source]).search('x', { ...options(), limit: 4, onPartial: listen(told) })
      await settled()
      slow.answer(result('z', 1))
      expect((await answer).map(({ id }) => id)).to.deep.equal(['a', 'b', 'z', 'c'])
      expect(told.map(({ ids }) => ids.join())).to.deep.equal(['a,b', 'a,b,z,c'])
    })

    it('calls a source late that does not answer in time, and tells nothing more after the answer', async () => {
      const told: Told[] = []
      const clock = standingClock()
      const slow = later()
      const answer = combine([slow.source, fake(async () => [result('a', 1)])], { clock }).search('x', { ...options(), onPartial: listen(told) })
      await settled()
      clock.pass(1000)
      await answer
      expect(told.at(-1)!.states).to.deep.equal(['slow late 0', 'source 2 ready 1'])
      const count = told.length
      slow.answer(result('b', 1))
      await settled()
      expect(told.length).to.equal(count)
    })
  })

  describe('ranks', () => {
    const found = async (query: string, ...answers: SearchResult[][]) => (await combine(answers.map(answer => fake(async () => answer))).search(query, options())).map(({ id }) => id)

    it('what has the query in its title before the best of a source that has nothing to say', async () => {
      expect(await found('returning a lamp', [result('about us', 900, 'one')], [result('returning lamps', 3, 'two'), result('imprint', 1, 'two')]))
        .to.deep.equal(['returning lamps', 'about us', 'imprint'])
    })

    it('an answer of the community behind the owner’s own, where both fit equally well', async () => {
      const theirs = { ...result('lamp shades', 5, 'forum'), community: true }
      expect(await found('lamp shade', [theirs], [result('shade of a lamp', 1, 'own')])).to.deep.equal(['shade of a lamp', 'lamp shades'])
    })

    it('never what a source put second before what it put first', async () => {
      expect(await found('money back', [result('refunds', 2, 'one'), result('money back', 1.9, 'one')], [result('shop', 1, 'two')])).to.deep.equal(['refunds', 'money back', 'shop'])
    })

    it('scores that are no scores last', async () => {
      expect(await found('x', [result('a', NaN), result('b', Infinity), result('c', -1)], [result('d', 1, 'two')])).to.deep.equal(['d', 'a', 'b', 'c'])
    })
  })

  it('shows an article once: by its id, its address, or its title in another source', async () => {
    const one = [result('a', 3, 'one'), { ...result('b', 2, 'one'), url: 'https://help.example/b' }, { ...result('c', 1, 'one'), title: 'Café – hours?' }, { ...result('d', 1, 'one'), title: 'Cafe hours' }]
    const two = [result('a', 3, 'two'), { ...result('b2', 3, 'two'), url: 'https://help.example/b/' }, { ...result('c2', 3, 'two'), title: 'cafe hours' }]
    const found = await combine([fake(async () => one), fake(async () => two)]).search('x', options())
    expect(found.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd'])
  })

  it('takes what is no list for a failure, and leaves out what is no result', async () => {
    const odd = fake(async () => [null, { id: 1 }, result('a', 1)] as unknown as SearchResult[])
    expect((await combine([fake(async () => null as unknown as SearchResult[]), odd]).search('x', options())).map(({ id }) => id)).to.deep.equal(['a'])
    expect(await codeOf(combine([fake(async () => ({}) as unknown as SearchResult[])]).search('x', options()))).to.equal('articles/bad-answer')
  })

  it('joins what the sources are about, without those that fail or say nothing', async () => {
    const about = (topics: () => Promise<TopicShelf[]>): Source => ({ ...fake(async () => []), topics })
    const source = combine([
      about(async () => [{ topic: 'Returns', articles: [{ id: 'a', title: 'A' }] }]),
      fake(async () => []),
      about(() => Promise.reject(new Error('down'))),
      about(async () => [{ topic: 'returns', articles: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] }, { topic: 'Care', articles: [] }]),
    ])
    expect(await source.topics?.(options())).to.deep.equal([
      { topic: 'Returns', articles: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] },
      { topic: 'Care', articles: [] },
    ])
  })

  it('has nothing when there are no sources', async () => {
    expect(await combine([]).search('x', options())).to.deep.equal([])
    expect(await codeOf(combine([]).read('x', options()))).to.equal('articles/not-found')
  })
})
