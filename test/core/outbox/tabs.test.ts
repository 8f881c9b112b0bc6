import { expect } from '@open-wc/testing'
import { bench, failing, fakeClock, issueOf, receiptOf, turn, type Bench } from './fixtures.ts'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { openIndexedDbStore } from '../../../src/core/outbox/indexeddb-store.ts'

import { createId } from '../../../src/core/support/ids.ts'

const { locks } = navigator
const later = () => Promise.reject(failing({ retry: 'later' }))

/** Two outboxes on one database, one lock and one channel: what two tabs are. */
async function tabs(over: Parameters<typeof bench>[0] = {}) {
  const name = 'tabs-' + createId()
  const clock = fakeClock()
  const stores = [await openIndexedDbStore(name), await openIndexedDbStore(name)] as const
  const [a, b] = stores.map(store => bench({ name, clock, locks, ...over, store })) as [Bench, Bench]
  const end = async () => {
    a.outbox.dispose()
    b.outbox.dispose()
    for (const store of stores) store.close()
    indexedDB.deleteDatabase(name)
  }
  return { a, b, clock, name, end }
}

describe('two tabs', () => {
  it('both hear that an issue was kept in one and accepted', async () => {
    const { a, b, end } = await tabs()
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    const [here, there] = await Promise.all([a.heard('accepted', issue.id), b.heard('accepted', issue.id)])
    expect(there).to.deep.equal(here)
    expect(b.changes.map(({ status }) => status)).to.include('kept')
    await end()
  })

  it('send an issue once, though both wake at the same moment', async () => {
    const { a, b, clock, end } = await tabs({ answer: later })
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    await Promise.all([a.heard('waiting', issue.id), b.heard('waiting', issue.id)])
    const answer = async () => (await turn(), receiptOf(issue))
    a.transport.answer = b.transport.answer = answer
    await clock.advance(5_000)
    await Promise.all([a.outbox.drain(), b.outbox.drain()])
    await Promise.all([a.heard('accepted', issue.id), b.heard('accepted', issue.id)])
    expect(a.transport.calls.length + b.transport.calls.length).to.equal(2)
    await end()
  })

  it('take over at once when the one that sends dies', async () => {
    const { a, b, name, clock, end } = await tabs()
    // A dying tab's lock is freed by the browser; here it is stolen from the tab, which comes to the same.
    a.transport.answer = () => new Promise(() => {})
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    await Promise.all([a.heard('sending', issue.id), b.heard('sending', issue.id)])
    await clock.advance(1_000)
    await locks.request(`${name}@1`, { steal: true }, () => {})
    void b.outbox.drain()
    await b.heard('accepted', issue.id)
    expect(b.transport.calls.map(({ id, body }) => [id, body])).to.deep.equal(a.transport.calls.map(({ id, body }) => [id, body]))
    await end()
  })

  it('hear of an acceptance even when nobody can tell them: the store says it', async () => {
    const { a, b, end } = await tabs({ answer: later, channel: () => undefined })
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    await a.heard('waiting', issue.id)
    await b.outbox.drain()
    a.transport.answer = receiptOf
    await a.clock.advance(1_000)
    void a.outbox.drain({ force: true })
    const { receipt } = await a.heard('accepted', issue.id)
    await b.outbox.drain()
    expect((await b.heard('accepted', issue.id)).receipt).to.deep.equal(receipt)
    await end()
  })

  it('without Web Locks hold a lease: the other waits until it ends', async () => {
    const clock = fakeClock()
    const alone = { locks: undefined, channel: () => undefined, store: createMemoryStore() }
    // The first one's clock stands still: it has died while sending.
    const [a, b] = [bench({ ...alone, answer: () => new Promise(() => {}) }), bench({ ...alone, clock })]
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    await a.heard('sending')
    await b.outbox.drain()
    await clock.advance(29_000)
    expect(b.transport.calls.length).to.equal(0)
    await clock.advance(5_000)
    await b.heard('accepted', issue.id)
  })

  it('without Web Locks hold the lease for as long as one attempt takes, a large picture on a slow line', async () => {
    const clock = fakeClock()
    const alone = { locks: undefined, channel: () => undefined, store: createMemoryStore(), clock }
    let arrived = () => {}
    const [a, b] = [bench({ ...alone, answer: issue => new Promise(resolve => (arrived = () => resolve(receiptOf(issue)))) }), bench(alone)]
    const issue = issueOf()
    await a.outbox.keep(issue, [{ id: 'p', name: 'p.png', type: 'image/png', size: 5_000_000, bytes: new ArrayBuffer(5_000_000) }])
    await a.heard('sending')
    await b.outbox.drain()
    await clock.advance(100_000)
    arrived()
    await a.heard('accepted', issue.id)
    await clock.advance(60_000)
    expect([a.transport.calls.length, b.transport.calls.length]).to.deep.equal([1, 0])
    expect(await alone.store.keys('lease')).to.deep.equal([])
  })

  it('without Web Locks leave no timer behind when they are closed while they send and the store has stopped answering', async () => {
    const clock = fakeClock()
    const timers = new Set<object>()
    const after: typeof clock.after = (ms, run) => {
      const timer = {}
      const cancel = clock.after(ms, () => (timers.delete(timer), run()))
      timers.add(timer)
      return () => (timers.delete(timer), cancel())
    }
    const store = createMemoryStore()
    const { outbox, heard } = bench({ locks: undefined, channel: () => undefined, store, clock: { ...clock, after }, answer: () => new Promise(() => {}) })
    await outbox.keep(issueOf(), [])
    await heard('sending')
    store.write = () => new Promise(() => {})
    outbox.dispose()
    await clock.advance(300_000)
    expect(timers.size).to.equal(0)
  })

  it('that cannot have a lock at all (an opaque origin) send nonetheless', async () => {
    const refused = { request: () => Promise.reject(new DOMException('No', 'SecurityError')) } as unknown as LockManager
    const { outbox, heard } = bench({ locks: refused, channel: () => { throw new DOMException('No', 'SecurityError') } })
    await outbox.keep(issueOf(), [])
    await heard('accepted')
  })

  it('leave an issue another tab has only in memory to that tab', async () => {
    const { a, b, end } = await tabs({ answer: later })
    const [issue, kept] = [issueOf(), issueOf()]
    const write = a.store.write
    a.store.write = () => Promise.reject(new Error('Full'))
    await a.outbox.keep(issue, [])
    await a.heard('waiting', issue.id)
    a.store.write = write
    await b.outbox.keep(kept, [])
    await a.heard('kept', kept.id)
    expect(b.changes.some(({ id }) => id === issue.id)).to.equal(false)
    await end()
  })
})

describe('another user', () => {
  const tokenOf = (sub: string) => ['', btoa(JSON.stringify({ sub })), ''].join('.')

  it('does not send what the first one left, who sends it on coming back', async () => {
    let sub = 'ada'
    const { outbox, clock, transport, heard, store } = bench({ identity: async () => tokenOf(sub), answer: later })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    transport.answer = receiptOf
    sub = 'bob'
    void outbox.drain({ force: true })
    await clock.advance(3_600_000)
    expect(transport.calls.length).to.equal(1)
    expect(JSON.stringify(await store.entries(''))).not.to.contain(tokenOf('ada'))
    sub = 'ada'
    await outbox.drain()
    await heard('accepted')
  })
})
