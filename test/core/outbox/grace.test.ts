import { expect } from '@open-wc/testing'
import { bench, failing, fakeClock, issueOf, receiptOf, turn, type Bench } from './fixtures.ts'
import { openIndexedDbStore } from '../../../src/core/outbox/indexeddb-store.ts'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { issueKey } from '../../../src/core/outbox/read-record.ts'
import { createId } from '../../../src/core/support/ids.ts'

const grace = { graceMs: 5_000 }

describe('An issue with a grace', () => {
  it('is on disk and told as kept at once, and sent when the grace is over', async () => {
    const { outbox, clock, transport, store, statuses, changes } = bench()
    const issue = issueOf()
    await outbox.keep(issue, [], grace)
    expect((await store.entries('issue:')).map(([key]) => key)).to.deep.equal([issueKey(issue.id)])
    expect(changes[0]).to.include({ status: 'kept', dueAt: clock.now() + 5_000 })
    await clock.advance(4_900)
    expect(transport.calls.length).to.equal(0)
    await clock.advance(400)
    expect(transport.calls.map(({ id }) => id)).to.deep.equal([issue.id])
    await clock.advance(0)
    expect(statuses()).to.equal('kept sending accepted')
  })

  it('is not sent sooner by force, by another issue or by a later page', async () => {
    const clock = fakeClock()
    const store = createMemoryStore()
    const first = bench({ clock, store })
    const [held, other] = [issueOf('Held'), issueOf('Other')]
    await first.outbox.keep(held, [], grace)
    await first.outbox.drain({ force: true })
    await first.outbox.keep(other, [])
    await first.heard('accepted', other.id)
    await first.outbox.drain({ force: true })
    first.outbox.dispose()
    const next = bench({ clock, store })
    await next.outbox.drain({ force: true })
    expect([...first.transport.calls, ...next.transport.calls].map(({ id }) => id)).to.deep.equal([other.id])
    await clock.advance(5_500)
    await next.heard('accepted', held.id)
  })

  it('waits no longer than its grace when the clock is put back, and no longer than five minutes at all', async () => {
    const { outbox, clock, transport } = bench()
    await outbox.keep(issueOf(), [], grace)
    clock.set(clock.now() - 3_600_000)
    await outbox.drain()
    await clock.advance(5_500)
    expect(transport.calls.length).to.equal(1)
    for (const graceMs of [Infinity, 1e12]) await outbox.keep(issueOf(), [], { graceMs })
    for (const graceMs of [NaN, -1]) await outbox.keep(issueOf(), [], { graceMs })
    await clock.advance(5_000)
    expect(transport.calls.length).to.equal(3)
    await clock.advance(301_000)
    expect(transport.calls.length).to.equal(5)
  })

  it('that lies damaged on the disk is sent within five minutes all the same', async () => {
    const { outbox, clock, transport, store } = bench()
    const issue = issueOf()
    await outbox.keep(issue, [], grace)
    const record = await store.get<object>(issueKey(issue.id))
    await store.write({ put: [[issueKey(issue.id), { ...record, graceMs: 1e15, dueAt: 1e18 }]] })
    await outbox.drain()
    await clock.advance(301_000)
    expect(transport.calls.length).to.equal(1)
  })

  it('is tried again like any other once it was sent', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const issue = issueOf()
    await outbox.keep(issue, [], grace)
    await clock.advance(5_300)
    await heard('waiting')
    transport.answer = receiptOf
    await clock.advance(1_000)
    void outbox.drain({ force: true })
    await clock.advance(1_000)
    await heard('accepted')
  })
})

describe('Taking back', () => {
  it('leaves nothing, tells of it, and nothing is sent', async () => {
    const { outbox, clock, transport, store, statuses } = bench()
    const issue = issueOf()
    await outbox.keep(issue, [], grace)
    await clock.advance(3_000)
    expect(await outbox.withdraw(issue.id)).to.equal(true)
    await clock.advance(10_000)
    expect(await store.entries('issue:')).to.deep.equal([])
    expect(transport.calls.length).to.equal(0)
    expect(statuses()).to.equal('kept withdrawn')
    expect(await outbox.withdraw(issue.id)).to.equal(false)
  })

  it('is too late once it is on its way, even where the clock was put back meanwhile', async () => {
    let answer = (_: unknown) => {}
    const { outbox, clock, transport, heard } = bench({ answer: () => new Promise(resolve => (answer = resolve)) })
    const issue = issueOf()
    await outbox.keep(issue, [], grace)
    await clock.advance(5_300)
    expect(transport.calls.length).to.equal(1)
    expect(await outbox.withdraw(issue.id)).to.equal(false)
    clock.set(clock.now() - 60_000)
    expect(await outbox.withdraw(issue.id)).to.equal(false)
    answer(receiptOf(issue))
    await heard('accepted', issue.id)
  })

  it('does not take back what waits for another reason, was sent, or was never there', async () => {
    const { outbox, heard } = bench({ answer: issue => (issue.story === 'Fails' ? Promise.reject(failing({ retry: 'later' })) : receiptOf(issue)) })
    const [fails, goes] = [issueOf('Fails'), issueOf('Goes')]
    await outbox.keep(fails, [])
    await heard('waiting', fails.id)
    expect(await outbox.withdraw(fails.id)).to.equal(false)
    void outbox.keep(goes, [])
    expect(await outbox.withdraw('nobody')).to.equal(false)
  })

  it('need not wait for another issue that is being sent', async () => {
    const { outbox, clock, transport, heard, store } = bench({ locks: navigator.locks, answer: () => new Promise(() => {}) })
    const [busy, held] = [issueOf('Busy'), issueOf('Held')]
    await outbox.keep(busy, [])
    await heard('sending', busy.id)
    await outbox.keep(held, [], grace)
    expect(await outbox.withdraw(held.id)).to.equal(true)
    await clock.advance(60_000)
    expect(transport.calls.every(({ id }) => id === busy.id)).to.equal(true)
    expect(await store.get(issueKey(held.id))).to.equal(undefined)
    outbox.dispose()
  })

  it('at the very moment it would be sent does either the one or the other', async () => {
    for (const late of [4_999, 5_000, 5_001, 5_249, 5_250, 5_251]) {
      const { outbox, clock, transport, store } = bench()
      const issue = issueOf()
      await outbox.keep(issue, [], grace)
      const passing = clock.advance(late)
      const [taken] = await Promise.all([passing.then(() => outbox.withdraw(issue.id)), outbox.drain({ force: true })])
      await clock.advance(2_000)
      expect(transport.calls.length, `after ${late} ms`).to.equal(taken ? 0 : 1)
      expect((await store.entries('issue:')).length).to.equal(0)
    }
  })

  it('works where the disk takes nothing', async () => {
    const store = { ...createMemoryStore(), durable: true, write: () => Promise.reject(new Error('Full')) }
    const { outbox, clock, transport } = bench({ store })
    const issue = issueOf()
    expect(await outbox.keep(issue, [], grace)).to.deep.equal({ durable: false })
    expect(await outbox.withdraw(issue.id)).to.equal(true)
    await clock.advance(10_000)
    expect(transport.calls.length).to.equal(0)
  })

  it('is heard of in another tab, and can be done there', async () => {
    const name = 'grace-' + createId()
    const clock = fakeClock()
    const stores = [await openIndexedDbStore(name), await openIndexedDbStore(name)] as const
    const [a, b] = stores.map(store => bench({ name, clock, locks: navigator.locks, store })) as [Bench, Bench]
    const issue = issueOf()
    await a.outbox.keep(issue, [], grace)
    await b.heard('kept', issue.id)
    expect(await b.outbox.withdraw(issue.id)).to.equal(true)
    await new Promise<void>(resolve => {
      const seen = () => a.changes.some(({ status }) => status === 'withdrawn') && resolve()
      seen()
      a.outbox.subscribe(seen)
    })
    await clock.advance(10_000)
    await turn()
    expect(a.transport.calls.length + b.transport.calls.length).to.equal(0)
    a.outbox.dispose()
    b.outbox.dispose()
    for (const store of stores) store.close()
    indexedDB.deleteDatabase(name)
  })
})
