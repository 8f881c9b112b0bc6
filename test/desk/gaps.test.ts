import { expect } from '@open-wc/testing'
import type { Issue } from '../../src/core/issue/issue.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import type { Clock } from '../../src/core/support/clock.ts'
import { http } from '../../src/core/transports/http.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import { gapDraft } from '../../src/desk/gap-draft.ts'
import { gapsIn } from '../../src/desk/gaps.ts'
import { fakeClock, turn } from '../core/outbox/fixtures.ts'
import { articles, backend, stillPage, until } from './desk-fixtures.ts'

const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute
let number = 0

/** A desk for which short pauses are over at once and long ones only when time is told to pass; `make` is the next page. */
function visit(config: Config = {}) {
  const world = backend()
  const time = fakeClock()
  const clock: Clock = { now: time.now, after: (ms, run) => (ms < second ? time.after(0, run) && impatient(run) : time.after(ms, run)) }
  const impatient = (run: () => void) => {
    let called = false
    const once = () => void (called ||= (run(), true))
    void turn().then(once)
    return () => void (called = true)
  }
  const store: Store = { ...createMemoryStore(), durable: true }
  let opened = 0
  const make = () =>
    createDesk(
      { desk: `gaps-${number++}`, transport: world.transport, articles, gaps: true, ...config },
      { page: stillPage().page, clock, openStore: async () => (opened++, store), storeExists: async () => opened > 0, base: 'https://shop.example/' },
    )
  const gaps = () => world.taken.filter(({ kind }) => kind === 'gap')
  const gapsSent = async (count: number) => {
    while (gaps().length < count) await turn()
    return gaps()
  }
  return { ...world, world, time, store, make, desk: make(), gaps, gapsSent }
}

const queries = (issue: Issue | undefined) => (issue?.answers?.['searches'] as { query: string }[] | undefined)?.map(({ query }) => query)

describe('What counts as a gap', () => {
  const searches = [{ query: 'gift wrap', count: 0 }, { query: 'lamp', count: 3, opened: ['returns'] }, { query: 'Engraving', count: 4 }]

  it('is a search without a result, one of which nothing was opened, and an article that got a no', () => {
    const gaps = gapsIn({ searches, articles: [{ id: 'a', helpful: false, missing: 'dates' }, { id: 'b', helpful: true }, { id: 'c' }] }, [], false)
    expect(gaps.map(({ search, article }) => search ?? article)).to.deep.equal([
      { query: 'gift wrap', count: 0 }, { query: 'Engraving', count: 4 }, { id: 'a', helpful: false, missing: 'dates' },
    ])
  })

  it('is not what was told before, nor the results that are still being looked at, nor a single letter', () => {
    expect(gapsIn({ searches }, [], true).map(({ key }) => key)).to.deep.equal(['search gift wrap'])
    expect(gapsIn({ searches }, ['search gift wrap', 'search engraving'], false)).to.deep.equal([])
    expect(gapsIn({ searches: [{ query: 'g', count: 0 }] }, [], false)).to.deep.equal([])
    expect(gapsIn({}, [], false)).to.deep.equal([])
  })

  it('is told in words an owner can read, without what is personal', () => {
    const draft = gapDraft(
      [
        { key: '1', search: { query: 'order AB-2024-118822 for ann.lee@mail.example', count: 0 } },
        { key: '2', search: { query: `${'long '.repeat(200)}`, count: 1 } },
        { key: '3', article: { id: 'returns', helpful: false, missing: 'call me on 0171 555 01 42' } },
      ],
      { subject: { url: 'https://shop.example/', title: 'Hello Ann', product: { id: '1' } }, environment: { locale: 'en', userAgent: 'x', timeZone: 'y' }, journey: { searches } },
    )
    expect(JSON.stringify(draft)).not.to.match(/ann|118822|555|userAgent|product|journey/i)
    expect(draft.summary!.length).to.be.at.most(140)
    expect(draft.summary).to.match(/^2 questions without an answer: “order \[redacted\] for \[email\]”/)
    expect(draft.answers!['articles']).to.deep.equal([{ id: 'returns', helpful: false, missing: 'call me on [phone]' }])
    expect((draft.answers!['searches'] as { query: string }[])[1]!.query.length).to.be.at.most(200)
    expect(gapDraft([{ key: '', article: { id: 'returns', helpful: false } }], {}).summary).to.equal('1 article that did not help: returns')
    expect(gapDraft([{ key: '', article: { id: 'x'.repeat(300), helpful: false } }], {}).summary).to.have.length(140)
  })
})

describe('A gap', () => {
  it('stays where it is until the customer has agreed', async () => {
    const { desk, time, taken } = visit()
    await desk.search('gift wrap')
    await until(desk, ({ shareGaps }) => shareGaps === 'ask')
    await time.advance(day)
    await desk.flush()
    expect(taken).to.deep.equal([])
    await desk.shareGaps(false)
    await desk.flush()
    expect(taken).to.deep.equal([])
    expect(desk.state.shareGaps).to.equal('no')
    desk.dispose()
  })

  it('stays where the owner has not asked for it, and the customer is not asked either', async () => {
    for (const config of [{ gaps: false }, { capture: { journey: false } }]) {
      const { desk, taken } = visit(config)
      await desk.search('gift wrap')
      await desk.shareGaps(true)
      await desk.flush()
      expect(taken).to.deep.equal([])
      expect(desk.state.shareGaps).to.equal(undefined)
      desk.dispose()
    }
  })

  it('leaves half a minute after the customer has gone, with nothing about them, and only once', async () => {
    const { desk, time, gaps, gapsSent } = visit()
    desk.open()
    await desk.search('gift wrap')
    await desk.read('returns')
    desk.helpful('returns', false, ' how long it takes ')
    await desk.shareGaps(true)
    await time.advance(minute)
    expect(gaps()).to.deep.equal([])
    desk.close()
    await time.advance(minute / 2)
    const [issue] = await gapsSent(1)
    const { id: _, createdAt: __, ...rest } = issue!
    expect(rest).to.deep.equal({
      version: 1,
      kind: 'gap',
      summary: '1 question without an answer: “gift wrap”; 1 article that did not help: returns',
      answers: {
        searches: [{ query: 'gift wrap', count: 0 }],
        articles: [{ id: 'returns', helpful: false, missing: 'how long it takes' }],
      },
      subject: { url: 'https://shop.example/products/lamp' },
      environment: { locale: 'en' },
    })
    await time.advance(day / 2)
    await desk.flush()
    expect(gaps()).to.have.length(1)
    desk.dispose()
  })

  it('is told by the next page, if the customer had agreed on the one before', async () => {
    const { desk, time, gapsSent, make, store } = visit()
    await desk.search('gift wrap')
    await desk.shareGaps(true)
    while (!(await store.get('gaps')) || !(await store.get('journey'))) await turn()
    desk.dispose()
    const next = make()
    await next.search('engraving')
    await until(next, ({ shareGaps }) => shareGaps === 'yes')
    next.open()
    await next.flush()
    await time.advance(minute)
    expect(queries((await gapsSent(1))[0])).to.include('engraving')
    next.dispose()
  })

  it('comes with others, at most every ten minutes and five times a day', async () => {
    const { desk, time, gaps, gapsSent } = visit()
    const ask = async (...queries: string[]) => {
      for (const query of queries) await desk.search(query)
      await desk.flush()
      return gaps().length
    }
    await desk.shareGaps(true)
    expect(await ask('gift wrap', 'engraving')).to.equal(1)
    expect(queries(gaps()[0])).to.deep.equal(['gift wrap', 'engraving'])
    expect(await ask('postcards')).to.equal(1)
    await time.advance(10 * minute - second)
    expect(gaps().length).to.equal(1)
    await time.advance(second)
    expect(queries((await gapsSent(2))[1])).to.deep.equal(['postcards'])
    for (const [index, query] of ['vouchers', 'umbrellas', 'candles'].entries()) {
      await time.advance(10 * minute)
      expect(await ask(query)).to.equal(3 + index)
    }
    await time.advance(10 * minute)
    expect(await ask('balloons')).to.equal(5)
    await time.advance(day)
    expect(await ask('kites')).to.equal(6)
    desk.dispose()
  })

  it('has at most twenty beside it', async () => {
    const { desk, gaps } = visit({ articles: { search: async () => [], read: () => Promise.reject(new Error('none')) } })
    await desk.shareGaps(true)
    for (let index = 0; index < 18; index++) await desk.search(`${'abcdefghijklmnopqr'[index]} nothing`)
    for (let index = 0; index < 5; index++) desk.helpful(`article-${index}`, false)
    await desk.flush()
    const { searches, articles } = gaps()[0]!.answers as { searches: unknown[]; articles: unknown[] }
    expect([searches.length, articles.length]).to.deep.equal([18, 2])
    desk.dispose()
  })

  it('is not told beside a form that has taken it along', async () => {
    const { desk, taken, time } = visit()
    await desk.shareGaps(true)
    await desk.search('gift wrap')
    await (await desk.submit({ kind: 'question', form: 'question', story: 'Do you wrap gifts?' })).receipt
    desk.close()
    await time.advance(day)
    await desk.flush()
    expect(taken.map(({ kind }) => kind)).to.deep.equal(['question'])
    expect(taken[0]!.journey!.searches).to.deep.equal([{ query: 'gift wrap', count: 0 }])
    desk.dispose()
  })

  it('does not ask who the customer is, nor bind itself to them', async () => {
    let asked = 0
    const requests: Request[] = []
    const fetch = async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init)
      requests.push(request)
      const { id } = (await request.clone().json()) as Issue
      return Response.json({ id, reference: 'E-1', acceptedAt: '2026-11-21T10:00:00.000Z' }, { status: 201 })
    }
    const identity = async () => (asked++, 'a.e30.c')
    const { desk } = visit({ identity, transport: http('https://shop.example/issues', { fetch, identity }) })
    await desk.shareGaps(true)
    await desk.search('gift wrap')
    await desk.flush()
    while (!requests.length) await turn()
    expect(((await requests[0]!.json()) as Issue).kind).to.equal('gap')
    expect(requests[0]!.headers.has('Earshot-Identity')).to.equal(false)
    expect(asked).to.equal(0)
    await (await desk.submit({ kind: 'idea', story: 'Wrap gifts' })).receipt
    expect(asked).to.be.greaterThan(0)
    expect(requests[1]!.headers.get('Earshot-Identity')).to.equal('a.e30.c')
    desk.dispose()
  })

  it('is no request of the customer’s, and leaves nothing on the device, whether it is taken or refused', async () => {
    for (const refused of [false, true]) {
      const { desk, store, world, gaps } = visit()
      const take = world.answer
      world.answer = issue => (refused ? (world.taken.push(issue), Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never', status: 422 }))) : take(issue))
      await desk.shareGaps(true)
      await desk.search('gift wrap')
      await desk.flush()
      while (!gaps().length || (await store.entries('issue:')).length || (await store.entries('request:')).length) await turn()
      expect(await desk.requests()).to.deep.equal([])
      expect(desk.state.submissions.size).to.equal(0)
      desk.dispose()
    }
  })

  it('goes with the site’s own consent where that is required, unless the customer said no to this', async () => {
    const { desk, taken, gapsSent } = visit({ consent: 'required' })
    await desk.search('gift wrap')
    await desk.flush()
    expect(desk.state.shareGaps).to.equal(undefined)
    expect(taken).to.deep.equal([])
    await desk.consent(true)
    await desk.flush()
    await gapsSent(1)
    desk.dispose()

    const other = visit({ consent: 'required' })
    await other.desk.search('gift wrap')
    await other.desk.shareGaps(false)
    await other.desk.consent(true)
    await other.desk.flush()
    expect(other.taken).to.deep.equal([])
    other.desk.dispose()
  })

  it('is forgotten with everything else, and so is the answer', async () => {
    const { desk, taken } = visit()
    await desk.shareGaps(true)
    await desk.search('gift wrap')
    await desk.forget()
    expect(desk.state.shareGaps).to.equal(undefined)
    await desk.flush()
    await desk.search('engraving')
    await until(desk, ({ shareGaps }) => shareGaps === 'ask')
    await desk.flush()
    expect(taken).to.deep.equal([])
    desk.dispose()
  })
})
