import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import { bench, failing, issueOf, messageOf, receiptOf } from './fixtures.ts'

const later = () => Promise.reject(failing({ retry: 'later', status: 503 }))

/** A disk that counts how many records were read from it, bodies and all. */
function counting() {
  const memory = createMemoryStore()
  const count = { bodies: 0 }
  const seen = <T>(value: T) => (count.bodies += (value as { body?: string } | undefined)?.body ? 1 : 0, value)
  const store: Store = {
    ...memory,
    durable: true,
    get: async <T>(key: string) => seen(await memory.get<T>(key)),
    several: async <T>(keys: readonly string[]) => (await memory.several<T>(keys)).map(seen),
    entries: async <T>(prefix: string) => (await memory.entries<T>(prefix)).map(([key, value]) => [key, seen(value)] as [string, T]),
  }
  return { store, count }
}

describe('many that wait', () => {
  it('are kept without reading all the others again for each', async () => {
    const { store, count } = counting()
    const { outbox } = bench({ store, answer: later })
    const many = 300
    for (let i = 0; i < many; i++) await outbox.keep(issueOf(), [])
    expect(count.bodies).to.be.at.most(10 * many)
    expect((await outbox.records()).length).to.equal(many)
  })

  it('are sent in the order of their birth, each read a few times, however many are behind it', async () => {
    const { store, count } = counting()
    // Its page is gone before anything was answered.
    const first = bench({ store, answer: () => new Promise(() => {}) })
    const issues = Array.from({ length: 200 }, () => issueOf())
    for (const issue of issues) await first.outbox.keep(issue, [])
    first.outbox.dispose()

    const { outbox, clock, transport } = bench({ store })
    count.bodies = 0
    void outbox.drain()
    await clock.advance(200 * 500 + 40_000)
    expect(transport.calls.map(({ id }) => id)).to.deep.equal(issues.map(({ id }) => id))
    expect(await outbox.records()).to.deep.equal([])
    // Once to learn what there is; to send it; to see whether it was taken back meanwhile.
    expect(count.bodies).to.be.at.most(4 * issues.length)
  })

  it('let one that is stuck wait with its own thread only, and keep each thread in order', async () => {
    const { store } = counting()
    const stuck = issueOf('stuck')
    const { outbox, clock, transport } = bench({ store, answer: issue => (issue.id === stuck.id ? later() : receiptOf(issue)) })
    await outbox.keep(stuck, [])
    const behind = messageOf('behind it')
    await outbox.keepMessage(stuck.id, behind, [])
    const others = Array.from({ length: 20 }, () => issueOf())
    for (const issue of others) {
      await outbox.keep(issue, [])
      await outbox.keepMessage(issue.id, messageOf('one'), [])
      await outbox.keepMessage(issue.id, messageOf('two'), [])
    }
    await clock.advance(120_000)
    expect((await outbox.records()).map(({ id }) => id)).to.deep.equal([stuck.id])
    expect((await outbox.messages()).map(({ id }) => id)).to.deep.equal([behind.id])
    for (const { id } of others)
      expect(transport.replies.filter(({ to }) => to.id === id).map(({ message }) => message.text)).to.deep.equal(['one', 'two'])
  })

  it('learn what a tab wrote that died before it could tell', async () => {
    const { store } = counting()
    const { outbox, clock, transport, heard } = bench({ store, answer: later })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    const key = `issue:${issue.id}`
    await store.write({ put: [[key, { ...(await store.get<object>(key))!, attempts: 7, dueAt: clock.now() + 60_000 }]] })
    await clock.advance(59_000)
    expect(transport.calls.length).to.equal(1)
    await clock.advance(2_000)
    expect(transport.calls.length).to.equal(2)
  })
})
