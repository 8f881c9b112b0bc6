import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { openIndexedDbStore } from '../../../src/core/outbox/indexeddb-store.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'
import { hash } from '../../../src/core/support/hash.ts'
import { createId } from '../../../src/core/support/ids.ts'
import { answered, bench, failing, fakeClock, issueOf, messageOf, type Bench } from './fixtures.ts'

const later = () => Promise.reject(failing({ retry: 'later' }))
const never = () => Promise.reject(failing({ retry: 'never', detail: 'Too long' }))

const texts = ({ transport }: Pick<Bench, 'transport'>) => transport.replies.map(({ message }) => message.text)
const threadOf = async ({ outbox }: Pick<Bench, 'outbox'>, id: string) =>
  (await outbox.requests()).find(({ issue }) => issue.id === id)?.thread?.messages.map(({ text }) => text)

describe('messages of one thread', () => {
  it('go in the order they were written, however the first one fares', async () => {
    const world = await answered()
    const { outbox, issue, transport, clock, heard } = world
    transport.hear = later
    const [first, second] = [messageOf('first'), messageOf('second')]
    await outbox.keepMessage(issue.id, first, [])
    await outbox.keepMessage(issue.id, second, [])
    await heard('waiting', first.id)
    void outbox.drain({ force: true })
    await clock.advance(2_000)
    expect(new Set(texts(world))).to.deep.equal(new Set(['first']))
    transport.hear = () => {}
    await clock.advance(400_000)
    await heard('accepted', second.id)
    expect(await threadOf(world, issue.id)).to.deep.equal(['first', 'second'])
  })

  it('that are stuck block neither another thread nor another issue', async () => {
    const world = await answered()
    const { outbox, issue, transport, clock, heard } = world
    const other = issueOf('Another matter')
    await outbox.keep(other, [])
    await clock.advance(1_000)
    await heard('accepted', other.id)
    transport.hear = ({ to }) => (to.id === issue.id ? later() : undefined)
    const [stuck, free, third] = [messageOf('stuck'), messageOf('free'), issueOf('A third')]
    await outbox.keepMessage(issue.id, stuck, [])
    await outbox.keepMessage(other.id, free, [])
    await outbox.keep(third, [])
    await clock.advance(5_000)
    await Promise.all([heard('accepted', free.id), heard('accepted', third.id)])
    expect((await outbox.messages()).map(({ id }) => id)).to.deep.equal([stuck.id])
  })

  it('do not wait for one that is refused: it needs the customer, who may take it back', async () => {
    const world = await answered()
    const { outbox, issue, transport, clock, heard } = world
    transport.hear = never
    const [refused, next] = [messageOf('too long'), messageOf('shorter')]
    await outbox.keepMessage(issue.id, refused, [])
    expect((await heard('refused', refused.id)).failure).to.deep.include({ detail: 'Too long' })
    transport.hear = () => {}
    await outbox.keepMessage(issue.id, next, [])
    await clock.advance(5_000)
    await heard('accepted', next.id)
    expect((await outbox.messages()).map(({ id }) => id)).to.deep.equal([refused.id])
    expect(await outbox.withdraw(refused.id)).to.equal(true)
    expect(await outbox.messages()).to.deep.equal([])
  })
})

describe('a message may be taken back', () => {
  it('during its grace, and nothing of it is ever sent', async () => {
    const { outbox, issue, transport, clock } = await answered()
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [], { graceMs: 5_000 })
    expect(await outbox.withdraw(message.id)).to.equal(true)
    await clock.advance(60_000)
    expect(transport.replies.length).to.equal(0)
  })

  it('not once it has been tried: the backend may have it', async () => {
    const { outbox, issue, transport, heard } = await answered()
    transport.hear = later
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [])
    await heard('waiting', message.id)
    expect(await outbox.withdraw(message.id)).to.equal(false)
    expect((await outbox.messages()).length).to.equal(1)
  })
})

describe('a message where something is wrong', () => {
  it('with the disk is still sent, and shown in its thread until there is room', async () => {
    const memory = createMemoryStore()
    const store: Store = { ...memory, durable: true }
    const world = await answered({ store })
    const { outbox, issue, clock, heard } = world
    store.write = () => Promise.reject(new EarshotError('store/quota', 'Full'))
    const message = messageOf('in memory only')
    expect(await outbox.keepMessage(issue.id, message, [])).to.deep.equal({ durable: false })
    await clock.advance(5_000)
    await heard('accepted', message.id)
    expect(await threadOf(world, issue.id)).to.deep.equal(['in memory only'])
    store.write = memory.write
    await outbox.drain()
    expect(await store.get<object>(`request:${issue.id}`)).to.have.nested.property('thread.messages[0].text', 'in memory only')
    expect(world.transport.replies.length).to.equal(1)
  })

  it('with its record is set aside, never sent', async () => {
    const store = createMemoryStore()
    const body = JSON.stringify(messageOf('whole', { id: 'm1' }))
    const record = { version: 2, id: 'm1', to: 'i1', sequence: 1, body, hash: hash(body), attachments: [], status: 'kept', attempts: 0, dueAt: 0, keptAt: '' }
    await store.write({ put: [['issue:m1', { ...record, body: body.replace('whole', 'other') }], ['issue:m2', { ...record, id: 'm2' }], ['issue:m3', { ...record, to: 3 }]] })
    const { outbox, transport } = bench({ store })
    await outbox.drain()
    expect(transport.replies.length).to.equal(0)
    expect((await store.entries('aside:')).map(([key]) => key)).to.deep.equal(['aside:m1', 'aside:m2', 'aside:m3'])
  })

  it('with the transport, which carries none: it waits', async () => {
    const { outbox, issue, transport, heard } = await answered()
    delete transport.reply
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [])
    expect((await heard('waiting', message.id)).failure).to.deep.equal({ code: 'transport/no-reply' })
  })
})

describe('two tabs and a message', () => {
  it('send it once and both hear of it, on a real disk', async () => {
    const name = 'message-tabs-' + createId()
    const clock = fakeClock()
    const stores = [await openIndexedDbStore(name), await openIndexedDbStore(name)] as const
    const [a, b] = stores.map(store => bench({ name, clock, locks: navigator.locks, store })) as [Bench, Bench]
    const issue = issueOf()
    await a.outbox.keep(issue, [])
    await Promise.all([a.heard('accepted', issue.id), b.heard('accepted', issue.id)])
    const message = messageOf('from one tab')
    // The clock goes on until the half second between two attempts is over.
    const done = Promise.all([a.heard('accepted', message.id), b.heard('accepted', message.id)])
    await a.outbox.keepMessage(issue.id, message, [])
    let heard = false
    void done.then(() => (heard = true))
    while (!heard) await clock.advance(500)
    const [here, there] = await done
    expect(there).to.deep.equal(here)
    expect([...a.transport.replies, ...b.transport.replies].map(({ message }) => message.text)).to.deep.equal(['from one tab'])
    expect((await b.outbox.requests())[0]!.thread!.messages.map(({ id }) => id)).to.deep.equal([message.id])
    a.outbox.dispose()
    b.outbox.dispose()
    for (const store of stores) store.close()
    indexedDB.deleteDatabase(name)
  })
})
