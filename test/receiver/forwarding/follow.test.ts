import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Forwarding } from '../../../src/receiver/forwarding/forwarder.ts'
import { onEachDatabase } from '../databases.ts'
import { openInbox } from '../open-inbox.ts'
import { postMessageForm } from '../requests.ts'
import { fakeForwarder, refusal } from './fake-forwarder.ts'

onEachDatabase('what follows an issue that was passed on', query => {
  const open = (rules?: Forwarding['rules']) => {
    const fake = fakeForwarder()
    const silent = fakeForwarder()
    const forwarding: Forwarding = { to: { github: fake.forwarder, silent: { send: silent.forwarder.send } }, ...(rules && { rules }) }
    return { ...openInbox(query, {}, { forwarding }), fake }
  }
  const texts = (fake: ReturnType<typeof fakeForwarder>) => fake.replies.map(({ message }) => message.text)

  it('goes after it, in its order, with its files', async () => {
    const { receiver, send, say, fake } = open()
    const sent = await send()
    await say(sent, { id: 'one', text: 'First' })
    const bytes = new Uint8Array([7])
    await receiver.handle(postMessageForm(sent.id, sent.token, {
      id: 'two', text: 'Second', attachments: [{ id: 'f', name: 'f.png', type: 'image/png', size: 1 }],
    }, [['f', bytes]]))
    assert.deepEqual(await receiver.forward(), { done: 4, failed: 0 })
    assert.deepEqual(texts(fake), ['First', 'Second'])
    const { reference, message, attachments } = fake.replies[1]!
    assert.deepEqual([reference, message.id, message.from, attachments.map(({ name, bytes }) => [name, ...new Uint8Array(bytes)])], ['#1', 'two', 'customer', [['f.png', 7]]])
  })

  it('goes once, however often it was sent', async () => {
    const { receiver, send, say, fake } = open()
    const sent = await send()
    for (let round = 0; round < 3; round++) await say(sent, { id: 'one', text: 'First' })
    await receiver.forward()
    assert.deepEqual(texts(fake), ['First'])
  })

  it('waits for the issue, and holds up no other one', async () => {
    const { receiver, send, say, fake, clock } = open([{ to: 'github' }])
    fake.failures.push(refusal({ retry: 'later', afterMs: 3_600_000 }))
    const [stuck, free] = [await send(), await send()]
    for (const sent of [stuck, free]) await say(sent, { id: `of-${sent.id}`, text: sent.id })
    assert.deepEqual(await receiver.forward(), { done: 2, failed: 1 })
    assert.equal(texts(fake).length, 1)
    clock.pass(1)
    assert.deepEqual(await receiver.forward(), { done: 2, failed: 0 })
    assert.equal(texts(fake).length, 2)
  })

  it('waits for the message before it', async () => {
    const { receiver, send, say, fake, clock } = open([{ to: 'github' }])
    const sent = await send()
    await receiver.forward()
    fake.failures.push(refusal({ retry: 'later', afterMs: 60_000 }))
    for (const text of ['First', 'Second']) await say(sent, { id: text, text })
    await receiver.forward()
    assert.deepEqual(texts(fake), ['First'])
    clock.pass(1)
    await receiver.forward()
    assert.deepEqual(texts(fake), ['First', 'First', 'Second'])
  })

  it('is the customer\'s: what staff answer here stays here', async () => {
    const { receiver, send, ask, fake } = open()
    const sent = await send()
    await ask(`/issues/${sent.id}/messages`, 'POST', { text: 'We are on it.' })
    await receiver.forward()
    assert.deepEqual(texts(fake), [])
  })

  it('does not go where the issue did not', async () => {
    const { receiver, send, say, fake } = open([{ when: { kind: 'idea' }, to: 'github' }])
    const sent = await send()
    await say(sent, { id: 'one', text: 'First' })
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    assert.deepEqual(texts(fake), [])
  })

  it('on the next level goes with the receipts of the levels before', async () => {
    const { receiver, send, fake } = open([{ to: 'github' }])
    const first = await send()
    await receiver.forward()
    // One round each: of two in one round either may go first.
    for (const headers of [{ 'earshot-earlier': first.token }, {}]) {
      await send({ escalation: { of: first.id, rung: 'lead', level: 2 } }, headers)
      await receiver.forward()
    }
    assert.deepEqual(fake.sent.map(({ options }) => options.earlier?.map(({ reference }) => reference)), [undefined, ['#1'], undefined])
  })

  it('as a side remark is an issue of its own, the same each time', async () => {
    const { receiver, send, fake, clock } = open([{ when: { topic: 'shelf' }, to: 'github', observations: true }])
    fake.failures.push(refusal({ retry: 'later' }))
    const { id } = await send({ observations: [{ text: 'Wet' }, { text: 'The shelf is loose. Very.', topic: 'shelf' }] })
    await receiver.forward()
    clock.pass(1)
    await receiver.forward()
    const [issue, again] = fake.sent.map(({ issue }) => issue)
    assert.deepEqual(again, issue)
    const { kind, story, summary, parent, topic } = issue!
    assert.deepEqual({ id: issue!.id, kind, story, summary, parent, topic },
      { id: `${id}:2`, kind: 'observation', story: 'The shelf is loose. Very.', summary: 'The shelf is loose.', parent: id, topic: 'shelf' })
  })
})
