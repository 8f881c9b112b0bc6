import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'
import { hash } from '../../../src/core/support/hash.ts'
import { bench, failing, issueOf, receiptOf } from './fixtures.ts'

const later = () => Promise.reject(failing({ retry: 'later' }))
const full = () => Promise.reject(new EarshotError('store/quota', 'Full'))

/** A store that says it is on disk, so that only its failures make it otherwise. */
const disk = (): Store => ({ ...createMemoryStore(), durable: true })

const recordOf = (id: string, more: object = {}) => {
  const body = JSON.stringify(issueOf('kept before', { id }))
  return { version: 1, id, sequence: 1, body, hash: hash(body), attachments: [], status: 'waiting', attempts: 1, dueAt: 0, keptAt: '', ...more }
}

describe('a full disk', () => {
  it('does not keep an issue from being sent, and nobody says it was kept there', async () => {
    const store = disk()
    store.write = full
    const { outbox, heard, problems } = bench({ store })
    expect(await outbox.keep(issueOf(), [])).to.deep.equal({ durable: false })
    expect((await heard('kept')).durable).to.equal(false)
    await heard('accepted')
    expect(problems.map(({ code }) => code)).to.include('store/quota')
  })

  it('that has room again takes what waits in memory', async () => {
    const store = disk()
    const { write } = store
    store.write = full
    const { outbox, clock, heard, changes } = bench({ store, answer: later })
    const { id } = issueOf()
    await outbox.keep(issueOf('held', { id }), [])
    await heard('waiting')
    store.write = write
    await clock.advance(10_000)
    expect(changes.at(-1)!.durable).to.equal(true)
    expect(await store.get(`issue:${id}`)).to.include({ id })
  })

  it('does not send again what was accepted, and writes it down when there is room', async () => {
    const store = disk()
    const { write } = store
    const { outbox, clock, transport, heard } = bench({ store, answer: issue => ((store.write = full), receiptOf(issue)) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('accepted')
    await clock.advance(60_000)
    await outbox.drain({ force: true })
    expect(transport.calls.length).to.equal(1)
    expect(await outbox.records()).to.deep.equal([])
    expect((await outbox.requests()).map(request => request.issue.id)).to.deep.equal([issue.id])
    store.write = write
    await outbox.drain()
    expect(await store.get(`issue:${issue.id}`)).to.equal(undefined)
    expect(await store.get(`request:${issue.id}`)).to.deep.include({ receipt: receiptOf(issue) })
  })

  it('does not make us hammer: the back-off holds in memory', async () => {
    const store = disk()
    const { write } = store
    const { outbox, clock, transport, heard } = bench({ store, answer: () => ((store.write = full), later()) })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    await clock.advance(60_000)
    expect(transport.calls.length).to.be.within(4, 10)
    store.write = write
  })
})

describe('a store that cannot be read', () => {
  it('is not written to either: the issue is sent from memory', async () => {
    const store = disk()
    let writes = 0
    const hangs = () => Promise.reject(new EarshotError('store/timeout', 'Hangs'))
    Object.assign(store, { entries: hangs, keys: hangs, several: hangs, get: hangs })
    store.write = async () => void writes++
    const { outbox, heard } = bench({ store })
    expect(await outbox.keep(issueOf(), [])).to.deep.equal({ durable: false })
    expect(writes).to.equal(0)
    await heard('accepted')
  })

  it('for a while does not lose what lies in it', async () => {
    const store = disk()
    const { keys } = store
    const { outbox, clock, transport, heard } = bench({ store, answer: later })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    store.keys = () => Promise.reject(new EarshotError('store/failed', 'Lost'))
    await clock.advance(10_000)
    store.keys = keys
    transport.answer = receiptOf
    await clock.advance(300_000)
    await heard('accepted')
  })

  it('is not taken for an empty one: nobody hears that nothing was ever sent', async () => {
    const store = disk()
    const { outbox } = bench({ store })
    store.entries = () => Promise.reject(new EarshotError('store/timeout', 'Hangs'))
    const said = await outbox.requests().then(() => 'nothing', (error: EarshotError) => error.code)
    expect(said).to.equal('store/timeout')
    await outbox.drain({ force: true })
  })
})

describe('a damaged record', () => {
  const damages: [string, object | string][] = [
    ['with a wrong checksum', { hash: '0' }],
    ['without a body', { body: undefined }],
    ['with half a body', { body: '{"id":' }],
    ['with another issue’s body', { body: '{"id":"other"}', hash: hash('{"id":"other"}') }],
    ['without its files', { attachments: null }],
    ['under a wrong key', { id: 'other' }],
    ['that is a text', 'nonsense'],
  ]
  for (const [what, damage] of damages)
    it(`${what} is set aside, readable, and the others go on`, async () => {
      const store = disk()
      const bad = typeof damage === 'string' ? damage : recordOf('bad', damage)
      await store.write({ put: [['issue:bad', bad], ['issue:good', recordOf('good')]] })
      const { outbox, transport, problems, heard } = bench({ store })
      await outbox.drain()
      await heard('accepted', 'good')
      await outbox.drain()
      expect(transport.calls.map(({ id }) => id)).to.deep.equal(['good'])
      expect(await store.get('aside:bad')).to.deep.equal(bad)
      expect(await store.get('issue:bad')).to.equal(undefined)
      expect(problems.map(({ code, path }) => [code, path])).to.deep.equal([['outbox/corrupt', '/issue:bad']])
    })

  it('whose hints alone are damaged is sent: the words are whole', async () => {
    for (const hints of [{ dueAt: NaN }, { attempts: 'many' }, { sequence: undefined }, { status: 'gone' }]) {
      const store = disk()
      await store.write({ put: [['issue:good', recordOf('good', hints)]] })
      const { outbox, heard } = bench({ store })
      void outbox.drain()
      await heard('accepted', 'good')
    }
  })
})

describe('a record of a later version', () => {
  it('is left alone: not sent, not moved, not in the way', async () => {
    const store = disk()
    const future = { version: 3, secret: 'shape' }
    await store.write({ put: [['issue:future', future], ['issue:good', recordOf('good')]] })
    const { outbox, heard, problems } = bench({ store })
    await outbox.drain()
    await heard('accepted', 'good')
    expect(await store.get('issue:future')).to.deep.equal(future)
    expect((await outbox.records()).length).to.equal(0)
    expect(problems).to.deep.equal([])
  })
})

describe('a hostile page', () => {
  it('with toJSON on every prototype changes no byte of what is kept and sent', async () => {
    const prototypes = [Object.prototype, Array.prototype, String.prototype] as unknown as Record<string, unknown>[]
    const issue = issueOf('As typed', { observations: [{ text: 'Beside it' }], journey: { searches: [{ query: 'q', count: 1 }] } })
    const body = JSON.stringify(issue)
    const bodies: string[] = []
    const { outbox, heard, store } = bench({ store: disk(), answer: issue => receiptOf(issue) })
    outbox.subscribe(async ({ status }) => {
      if (status === 'kept') bodies.push((await store.get<{ body: string }>(`issue:${issue.id}`))?.body ?? 'gone')
    })
    for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { configurable: true, writable: true, value: () => 'patched' })
    try {
      await outbox.keep(issue, [])
      await heard('accepted')
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON
    }
    expect((await outbox.requests())[0]!.issue).to.deep.equal(JSON.parse(body))
    expect(bodies).to.deep.equal([body])
  })
})
