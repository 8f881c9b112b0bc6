import { expect } from '@open-wc/testing'
import { failing, bench, fakeClock, fakeTransport, issueOf, receiptOf, turn } from './fixtures.ts'

const later = (more: object = {}) => () => Promise.reject(failing({ retry: 'later', ...more }))
const gaps = (times: number[]) => times.slice(1).map((at, i) => at - times[i]!)
const minute = 60_000
const hour = 60 * minute

describe('waiting', () => {
  it('doubles its longest wait with each failure, from 1 s up to 5 min and no further', async () => {
    const { outbox, clock, transport } = bench({ random: () => 0.999999, answer: later() })
    await outbox.keep(issueOf(), [])
    await clock.advance(40 * minute)
    const waits = gaps(transport.calls.map(({ at }) => at)).map(wait => Math.round(wait / 1_000))
    expect(waits.slice(0, 11)).to.deep.equal([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  })

  it('never waits less than 1 s', async () => {
    const { outbox, clock, transport } = bench({ random: () => 0, answer: later() })
    await outbox.keep(issueOf(), [])
    await clock.advance(10_000)
    expect(gaps(transport.calls.map(({ at }) => at)).every(wait => wait >= 1_000)).to.equal(true)
  })

  it('tells when it will try again, and tries then', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later() })
    await outbox.keep(issueOf(), [])
    const { dueAt, attempts, failure } = await heard('waiting')
    expect({ attempts, failure }).to.deep.equal({ attempts: 1, failure: { code: 'transport/failed' } })
    transport.answer = receiptOf
    await clock.advance(dueAt! - clock.now() - 1)
    expect(transport.calls.length).to.equal(1)
    await clock.advance(1)
    await heard('accepted')
  })

  it('counts whatever is thrown as later', async () => {
    for (const thrown of [new Error('Boom'), 'text', undefined, null, { retry: 'never' }, new DOMException('no', 'AbortError')]) {
      const { outbox, heard } = bench({ answer: () => Promise.reject(thrown) })
      await outbox.keep(issueOf(), [])
      expect((await heard('waiting')).failure?.code).to.equal('transport/failed')
    }
  })

  it('survives a transport that throws instead of rejecting', async () => {
    const clock = fakeClock()
    const transport = { ...fakeTransport(clock), send: () => { throw new Error('Boom') } }
    const { outbox, heard } = bench({ clock, transport })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
  })

  it('gives an attempt 30 s, tells it to stop, and tries again', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: () => new Promise(() => {}) })
    await outbox.keep(issueOf(), [])
    await heard('sending')
    await clock.advance(29_999)
    expect(transport.calls[0]!.signal.aborted).to.equal(false)
    await clock.advance(1)
    expect((await heard('waiting')).failure?.code).to.equal('transport/timeout')
    expect(transport.calls[0]!.signal.aborted).to.equal(true)
    transport.answer = receiptOf
    await clock.advance(2_000)
    await heard('accepted')
  })

  it('tells the integrator once, after five failures, what was wrong', async () => {
    const { outbox, clock, problems } = bench({ answer: () => ({ hello: 'portal' }) })
    await outbox.keep(issueOf(), [])
    await clock.advance(8_000)
    expect(problems).to.deep.equal([])
    await clock.advance(10 * minute)
    expect(problems.map(({ code }) => code)).to.deep.equal(['transport/not-a-receipt'])
  })

  it('ends with nothing but a receipt: a thousand failures later the issue is still there', async () => {
    const { outbox, clock, transport } = bench({ answer: later({ status: 500 }) })
    await outbox.keep(issueOf(), [])
    await clock.advance(3 * 24 * hour)
    expect(transport.calls.length).to.be.greaterThan(800)
    expect((await outbox.records())[0]!.status).to.equal('waiting')
  })
})

describe('Retry-After', () => {
  it('is honoured to the millisecond', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later({ status: 503, afterMs: 7_000 }) })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    await clock.advance(6_999)
    expect(transport.calls.length).to.equal(1)
    await clock.advance(1)
    expect(transport.calls.length).to.equal(2)
  })

  it('longer than 5 min is honoured as well, also after a reload', async () => {
    const first = bench({ answer: later({ status: 429, afterMs: hour }) })
    await first.outbox.keep(issueOf(), [])
    await first.heard('waiting')
    first.outbox.dispose()
    const { outbox, clock, transport } = bench({ clock: first.clock, store: first.store, transport: first.transport })
    await outbox.drain()
    await clock.advance(hour - 1)
    expect(transport.calls.length).to.equal(1)
    await clock.advance(1)
    expect(transport.calls.length).to.equal(2)
  })

  it('holds between 1 s and 24 h', async () => {
    for (const [afterMs, wait] of [[5, 1_000], [1e12, 24 * hour]] as const) {
      const { outbox, clock, heard } = bench({ answer: later({ afterMs }) })
      await outbox.keep(issueOf(), [])
      expect((await heard('waiting')).dueAt! - clock.now()).to.equal(wait)
    }
  })

  it('that is garbage gives way to our own back-off', async () => {
    for (const afterMs of [NaN, -5, 0, 'soon', Infinity * 0]) {
      const { outbox, clock, heard } = bench({ answer: later({ afterMs }) })
      await outbox.keep(issueOf(), [])
      expect((await heard('waiting')).dueAt! - clock.now()).to.equal(1_500)
    }
  })

  it('holds against force, which ignores only our own back-off', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later({ afterMs: minute }) })
    const slow = issueOf('slow')
    await outbox.keep(slow, [])
    await heard('waiting')
    transport.answer = later()
    const other = issueOf('other')
    await outbox.keep(other, [])
    await clock.advance(1_000)
    await heard('waiting', other.id)
    void outbox.drain({ force: true })
    await clock.advance(1_000)
    expect(transport.calls.map(({ id }) => id)).to.deep.equal([slow.id, other.id, other.id])
  })

  it('of a 429 holds for the other issues too: it speaks of this browser', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later({ status: 429, afterMs: minute }) })
    await outbox.keep(issueOf('first'), [])
    await heard('waiting')
    transport.answer = receiptOf
    await outbox.keep(issueOf('second'), [])
    await clock.advance(minute - 1)
    expect(transport.calls.length).to.equal(1)
    await clock.advance(2_000)
    expect(await outbox.records()).to.deep.equal([])
  })
})

describe('an endpoint that is not there', () => {
  for (const status of [404, 405, 410])
    it(`(${status}) needs somebody after three attempts, and is tried each hour in case it was mended`, async () => {
      const { outbox, clock, transport, heard, problems } = bench({ answer: later({ status }) })
      await outbox.keep(issueOf(), [])
      await heard('waiting')
      await clock.advance(20_000)
      expect(transport.calls.length).to.equal(3)
      const { dueAt } = await heard('refused')
      expect(dueAt).to.equal(transport.calls[2]!.at + hour)
      expect(problems.length).to.equal(1)
      transport.answer = receiptOf
      await clock.advance(hour)
      await heard('accepted')
    })

  it('is not found missing by three failures of other kinds', async () => {
    const { outbox, clock, transport, statuses } = bench({ answer: later({ status: 500 }) })
    await outbox.keep(issueOf(), [])
    await clock.advance(20_000)
    transport.answer = later({ status: 404 })
    void outbox.drain({ force: true })
    await clock.advance(1_000)
    expect(statuses()).not.to.contain('refused')
  })
})

describe('a key in progress', () => {
  it('(409) is asked for again after 1 to 5 s', async () => {
    for (const random of [0, 0.999999]) {
      const { outbox, clock, heard } = bench({ random: () => random, answer: later({ status: 409 }) })
      await outbox.keep(issueOf(), [])
      expect(Math.round((await heard('waiting')).dueAt! - clock.now())).to.equal(random ? 5_000 : 1_000)
    }
  })
})

describe('a wrong clock', () => {
  it('put back by a year delays nothing by more than 5 min', async () => {
    const { outbox, clock, transport, heard, store } = bench({ answer: later() })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    outbox.dispose()
    transport.answer = receiptOf
    const next = bench({ clock, transport, store })
    clock.set(clock.now() - 365 * 24 * hour)
    await next.outbox.drain()
    await clock.advance(5 * minute)
    await next.heard('accepted')
  })

  it('put back while the page is open delays nothing by more than 5 min from when that is noticed', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later() })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    transport.answer = receiptOf
    clock.set(clock.now() - 365 * 24 * hour)
    await clock.advance(5 * minute + 1_500)
    await heard('accepted')
  })

  it('in 1970 still sends at once', async () => {
    const { outbox, heard } = bench({ clock: fakeClock(0) })
    await outbox.keep(issueOf(), [])
    await heard('accepted')
  })

  it('far in the future drops nothing', async () => {
    const { outbox, clock, heard } = bench({ answer: later() })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    clock.set(clock.now() + 1e12)
    expect((await outbox.records()).length).to.equal(1)
  })
})

describe('hammering', () => {
  it('does not happen: a dead backend sees at most 12 requests in 10 s, however much waits', async () => {
    const { outbox, clock, transport } = bench({ random: () => 0, answer: later() })
    for (let i = 0; i < 40; i++) await outbox.keep(issueOf(), [])
    await clock.advance(60_000)
    for (const { at } of transport.calls)
      expect(transport.calls.filter(call => call.at >= at && call.at < at + 10_000).length).to.be.at.most(12)
  })

  it('does not happen after an outage either: two requests a second at most', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: later() })
    for (let i = 0; i < 10; i++) await outbox.keep(issueOf(), [])
    await heard('waiting')
    transport.answer = receiptOf
    await clock.advance(60_000)
    expect(await outbox.records()).to.deep.equal([])
    expect(Math.min(...gaps(transport.calls.map(({ at }) => at)))).to.be.at.least(500)
  })

  it('is one request at a time', async () => {
    let busy = 0
    let most = 0
    const { outbox, clock } = bench({
      answer: async issue => {
        most = Math.max(most, ++busy)
        await turn()
        busy--
        return receiptOf(issue)
      },
    })
    await Promise.all(Array.from({ length: 5 }, () => outbox.keep(issueOf(), [])))
    while ((await outbox.records()).length > 0) await clock.advance(500)
    expect(most).to.equal(1)
  })
})

describe('one that is stuck', () => {
  it('never blocks the rest', async () => {
    const stuck = issueOf('stuck')
    const { outbox, clock, transport } = bench({
      answer: issue => (issue.id === stuck.id ? Promise.reject(failing({ retry: 'later', status: 500 })) : receiptOf(issue)),
    })
    await outbox.keep(stuck, [])
    for (let i = 0; i < 5; i++) await outbox.keep(issueOf(), [])
    await clock.advance(10_000)
    expect((await outbox.records()).map(({ id }) => id)).to.deep.equal([stuck.id])
    expect(transport.calls.length).to.be.greaterThan(5)
  })
})
