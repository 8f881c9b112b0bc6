import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import type { EarshotError } from '../../../src/core/support/errors.ts'
import { answered, bench, failing, issueOf, messageOf, receiptOf, type Bench } from './fixtures.ts'

const later = () => Promise.reject(failing({ retry: 'later' }))
const never = () => Promise.reject(failing({ retry: 'never', detail: 'Too long' }))

const texts = ({ transport }: Pick<Bench, 'transport'>) => transport.replies.map(({ message }) => message.text)
const threadOf = async ({ outbox }: Pick<Bench, 'outbox'>, id: string) =>
  (await outbox.requests()).find(({ issue }) => issue.id === id)?.thread?.messages.map(({ text }) => text)

describe('a message', () => {
  it('is on the device before anybody is told or anything is sent, and goes with its files and its issue’s receipt', async () => {
    const order: string[] = []
    const memory = createMemoryStore()
    const store: Store = { ...memory, write: changes => (order.push(...(changes.put ?? []).map(([key]) => key.split(':')[0]!)), memory.write(changes)) }
    const { outbox, transport, issue, heard } = await answered({ store })
    const message = messageOf('See the picture', { kind: 'answer', answers: { order: '7' } })
    const file = { id: 'a1', name: 'kettle.png', type: 'image/png', size: 2, bytes: new Uint8Array([1, 2]).buffer }
    order.length = 0
    outbox.subscribe(({ status }) => order.push(status))
    await outbox.keepMessage(issue.id, message, [file])
    await heard('accepted', message.id)
    expect(order.filter(step => step !== 'lease')).to.deep.equal(['issue', 'kept', 'sending', 'request', 'accepted'])
    const [reply] = transport.replies
    expect(reply!.to).to.deep.equal(receiptOf(issue))
    expect(reply!.message).to.deep.equal(message)
    expect([...new Uint8Array(reply!.attachments![0]!.bytes)]).to.deep.equal([1, 2])
  })

  it('is told with its issue, and with that one’s receipt once the backend has it', async () => {
    const { outbox, issue, heard } = await answered()
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [])
    expect(await heard('kept', message.id)).to.deep.include({ to: issue.id, attempts: 0 })
    expect(await heard('accepted', message.id)).to.deep.include({ to: issue.id, receipt: receiptOf(issue) })
  })

  it('lies at the end of its thread once it is accepted, in the same write that takes it out of the outbox', async () => {
    const memory = createMemoryStore()
    const writes: string[][] = []
    const store: Store = {
      ...memory,
      write: changes => (writes.push([...(changes.put ?? []).map(([key]) => '+' + key), ...(changes.delete ?? []).map(key => '-' + key)]), memory.write(changes)),
    }
    const world = await answered({ store })
    const { outbox, issue, heard } = world
    const [first, second] = [messageOf('one'), messageOf('two')]
    await outbox.keepMessage(issue.id, first, [])
    await outbox.keepMessage(issue.id, second, [])
    await world.clock.advance(5_000)
    await heard('accepted', second.id)
    expect(await threadOf(world, issue.id)).to.deep.equal(['one', 'two'])
    expect(writes).to.deep.include([`+request:${issue.id}`, `-issue:${first.id}`])
    expect(await outbox.messages()).to.deep.equal([])
  })

  it('that the thread shows already is not shown twice', async () => {
    const world = await answered({ store: createMemoryStore() })
    const { store, outbox, issue, transport, heard } = world
    const message = messageOf('once')
    const key = `request:${issue.id}`
    transport.hear = async () => {
      const record = (await store.get<object>(key))!
      await store.write({ put: [[key, { ...record, thread: { id: issue.id, reference: 'K', status: 'open', messages: [message] } }]] })
    }
    await outbox.keepMessage(issue.id, message, [])
    await heard('accepted', message.id)
    expect(await threadOf(world, issue.id)).to.deep.equal(['once'])
  })

  it('keeps what the device knows of its request besides the thread', async () => {
    const { store, outbox, issue, heard } = await answered()
    const key = `request:${issue.id}`
    await store.write({ put: [[key, { ...(await store.get<object>(key)), seen: 'm0', owner: 'somebody' }]] })
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [])
    await heard('accepted', message.id)
    expect(await store.get(key)).to.include({ seen: 'm0', owner: 'somebody' })
  })

  it('is tried again with the same characters, whoever changes the object it was made of', async () => {
    const { outbox, issue, transport, clock, heard } = await answered()
    transport.hear = later
    const message = messageOf('first words')
    await outbox.keepMessage(issue.id, message, [])
    await heard('waiting', message.id)
    message.text = 'other words'
    transport.hear = () => {}
    await clock.advance(10_000)
    await heard('accepted', message.id)
    expect(texts({ transport })).to.deep.equal(['first words', 'first words'])
  })

  it('kept again under its id is one message; with other words it is refused', async () => {
    const { outbox, issue, transport, heard } = await answered()
    transport.hear = later
    const message = messageOf()
    await outbox.keepMessage(issue.id, message, [])
    await heard('waiting', message.id)
    await outbox.keepMessage(issue.id, message, [])
    expect((await outbox.messages()).length).to.equal(1)
    const error = await outbox.keepMessage(issue.id, { ...message, text: 'Other' }, []).catch((error: EarshotError) => error.code)
    expect(error).to.equal('outbox/already-kept')
  })
})

describe('a message to an issue that is still on its way', () => {
  it('waits without an attempt, and follows as soon as there is a receipt', async () => {
    const { outbox, transport, clock, heard } = bench({ answer: later })
    const [issue, message] = [issueOf(), messageOf()]
    await outbox.keep(issue, [])
    await heard('waiting', issue.id)
    await outbox.keepMessage(issue.id, message, [])
    const drained = outbox.drain({ force: true })
    await clock.advance(2_000)
    await drained
    expect((await outbox.messages()).map(({ id, attempts, status }) => [id, attempts, status])).to.deep.equal([[message.id, 0, 'kept']])
    transport.answer = receiptOf
    await clock.advance(60_000)
    await heard('accepted', message.id)
    expect(transport.replies.length).to.equal(1)
    expect((await outbox.requests())[0]!.thread!.messages).to.deep.equal([message])
  })

  it('does not keep the clock ringing meanwhile', async () => {
    const { outbox, clock, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later', afterMs: 3_600_000, status: 429 })) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting', issue.id)
    await outbox.keepMessage(issue.id, messageOf(), [])
    await outbox.drain()
    let timers = 0
    const { after } = clock
    clock.after = (ms, run) => (timers++, after(ms, run))
    await clock.advance(60_000)
    expect(timers).to.be.below(5)
  })

  it('stays, and says so, where the issue is refused; it follows the one that replaces it', async () => {
    const { outbox, transport, clock, heard, statuses } = bench({ answer: never })
    const [issue, message] = [issueOf('wrong'), messageOf('to the case')]
    await outbox.keep(issue, [])
    await heard('refused', issue.id)
    await outbox.keepMessage(issue.id, message, [])
    expect(await heard('refused', message.id)).to.deep.include({ to: issue.id, attempts: 0, failure: { code: 'outbox/issue-refused' } })
    await outbox.drain()
    await outbox.drain()
    expect(statuses().split('refused').length - 1).to.equal(2)
    transport.answer = receiptOf
    const edited = issueOf('right', { replaces: issue.id })
    await outbox.keep(edited, [])
    await clock.advance(5_000)
    await heard('accepted', message.id)
    expect(transport.replies.map(({ to, message }) => [to.id, message.text])).to.deep.equal([[edited.id, 'to the case']])
  })

  it('is gone with the issue when that is taken back', async () => {
    const { outbox, transport, clock, heard, store } = bench()
    const [issue, message] = [issueOf(), messageOf()]
    await outbox.keep(issue, [], { graceMs: 60_000 })
    await outbox.keepMessage(issue.id, message, [])
    expect(await outbox.withdraw(issue.id)).to.equal(true)
    expect((await heard('withdrawn', message.id)).to).to.equal(issue.id)
    await clock.advance(120_000)
    expect([transport.calls.length, transport.replies.length, (await store.entries('issue:')).length]).to.deep.equal([0, 0, 0])
  })

  it('that this device does not know waits, counts no attempt, and the integrator is told', async () => {
    const { outbox, transport, clock, problems } = bench()
    const message = messageOf()
    await outbox.keepMessage('nobody-knows', message, [])
    await outbox.drain()
    await clock.advance(60_000)
    expect(transport.replies.length).to.equal(0)
    expect((await outbox.messages()).map(({ attempts, status }) => [attempts, status])).to.deep.equal([[0, 'kept']])
    expect(problems.map(({ code }) => code)).to.deep.equal(['outbox/no-issue'])
  })
})

describe('an issue that follows another', () => {
  it('takes the receipts of those it names along, once each, and of no other', async () => {
    const { outbox, transport, clock, heard, issue } = await answered()
    const seen: unknown[] = []
    const { send } = transport
    transport.send = (given, files, options) => (seen.push(options.earlier), send(given, files, options))
    const third = issueOf('Further up', { escalation: { of: issue.id, rung: 'lead', level: 2 }, repeatOf: issue.id, parent: 'of-another-device' })
    await outbox.keep(third, [])
    await outbox.keep(issueOf('About nothing else'), [])
    await clock.advance(5_000)
    await heard('accepted', third.id)
    expect(seen).to.deep.equal([[receiptOf(issue)], undefined])
  })
})
