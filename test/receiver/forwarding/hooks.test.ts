import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Thread } from '../../../src/core/issue/thread.ts'
import type { Change, Forwarder } from '../../../src/receiver/forwarding/forwarder.ts'
import { onEachDatabase } from '../databases.ts'
import { monday, openInbox } from '../open-inbox.ts'
import { ask, getThread } from '../requests.ts'
import { fakeForwarder } from './fake-forwarder.ts'

onEachDatabase('news of other systems', query => {
  function open(rules?: object) {
    const { forwarder, ...fake } = fakeForwarder()
    const github: Forwarder = {
      ...forwarder,
      hook: async (request, body) =>
        request.headers.get('x-signature') === 'right' ? (JSON.parse(new TextDecoder().decode(body)) as Change[]) : undefined,
    }
    const { receiver, ...inbox } = openInbox(query, {}, { forwarding: { to: { github, silent: fakeForwarder().forwarder }, rules: [{ to: 'github', ...rules }] } })
    const tell = async (changes: unknown, headers: Record<string, string> = { 'x-signature': 'right' }, name = 'github') => {
      const response = await receiver.handle(ask(`/hooks/${name}`, { method: 'POST', body: changes, headers }))
      return { status: response.status, ...((await response.json()) as { applied?: number }) }
    }
    const thread = async ({ id, token }: { id: string; token: string }) => (await (await receiver.handle(getThread(id, token))).json()) as Thread
    return { receiver, tell, thread, ...inbox, ...fake }
  }

  it('tell the customer what was answered there, and whose turn it is', async () => {
    const { receiver, send, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    const change = { reference: '#1', id: 'c1', status: 'answered', text: 'A new one is on its way.', author: { name: 'Ben' }, at: '2026-11-23T07:00:00Z' }
    assert.deepEqual(await tell([change]), { status: 200, applied: 1 })
    const { status, messages: [message] } = await thread(sent)
    assert.equal(status, 'answered')
    const { id, ...said } = message!
    assert.deepEqual(said, { at: '2026-11-23T07:00:00.000Z', from: 'staff', author: { name: 'Ben' }, text: 'A new one is on its way.' })
    assert.match(id, /^earshot:hook:github:/)
  })

  it('count once, however often they are told', async () => {
    const { receiver, send, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    const change = { reference: '#1', id: 'c1', status: 'closed', text: 'Done.' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell([change])))
    assert.equal(answers.reduce((sum, { applied = 0 }) => sum + applied, 0), 1)
    assert.equal((await thread(sent)).messages.length, 1)
  })

  it('are all taken when many come at once, each once, and an issue comes in between', async () => {
    const { receiver, send, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    const changes = Array.from({ length: 40 }, (_, index) => ({ reference: '#1', id: `c${index}`, text: `Word ${index} of many that come at once` }))
    const [answers, between] = await Promise.all([Promise.all([...changes, ...changes].map(change => tell([change]))), send()])
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
    assert.equal(answers.reduce((sum, { applied = 0 }) => sum + applied, 0), 40)
    assert.equal(new Set((await thread(sent)).messages.map(({ text }) => text)).size, 40)
    assert.equal((await thread(between)).messages.length, 0)
  })

  it('close an issue and open it again without a word', async () => {
    const { receiver, send, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    await tell([{ reference: '#1', id: 'a', status: 'closed' }])
    assert.deepEqual((({ status, messages }) => [status, messages])(await thread(sent)), ['closed', []])
    await tell([{ reference: '#1', id: 'b', status: 'open' }])
    assert.equal((await thread(sent)).status, 'open')
  })

  it('stir whoever waits for them', async () => {
    const { receiver, send, tell, site } = open()
    await send()
    await receiver.forward()
    const stirred = async () => (await query('select changed_at from issues where site = $1', [site])).rows[0]!['changed_at'] as Date
    const before = await stirred()
    await tell([{ reference: '#1', id: 'a', status: 'closed' }])
    assert.ok(await stirred() > before)
  })

  it('are never dated in the future', async () => {
    const { receiver, send, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    await tell([{ reference: '#1', id: 'a', text: 'Soon', at: '2999-01-01T00:00:00Z' }, { reference: '#1', id: 'b', text: 'Sooner', at: 'never' }])
    assert.deepEqual((await thread(sent)).messages.map(({ at }) => at), [new Date(monday).toISOString(), new Date(monday).toISOString()])
  })

  it('do not bring the customer\'s own words back', async () => {
    const { receiver, send, say, tell, thread } = open()
    const sent = await send()
    const message = { id: crypto.randomUUID(), text: 'Where does it stay? I have waited for a week.' }
    await say(sent, message)
    await receiver.forward()
    assert.deepEqual(await tell([
      { reference: '#1', id: 'a', text: message.text, status: 'answered' },
      { reference: '#1', id: 'b', text: `> quoted\n<!-- ${message.id} -->`, status: 'answered' },
    ]), { status: 200, applied: 0 })
    assert.deepEqual((({ status, messages }) => [status, messages.length])(await thread(sent)), ['open', 1])
  })

  it('of a side remark bring words, but close nothing', async () => {
    const { receiver, send, tell, thread } = open({ observations: true, when: { audience: 'workshop' } })
    const sent = await send({ observations: [{ text: 'The till was slow' }, { text: 'The shelf is loose', audience: 'workshop' }] })
    await receiver.forward()
    await tell([{ reference: '#1', id: 'a', status: 'closed', text: 'The shelf is fixed.' }])
    const { status, messages } = await thread(sent)
    assert.deepEqual([status, messages.map(({ text }) => text)], ['open', ['The shelf is fixed.']])
  })

  it('say nothing of what did not come from here, nor across sites', async () => {
    const [mine, other] = [open(), open()]
    await mine.send()
    await mine.receiver.forward()
    assert.deepEqual(await mine.tell([{ reference: '#7', id: 'a', status: 'closed' }]), { status: 200, applied: 0 })
    assert.deepEqual(await other.tell([{ reference: '#1', id: 'a', status: 'closed' }]), { status: 200, applied: 0 })
    assert.deepEqual(await mine.tell([]), { status: 200, applied: 0 })
  })

  it('are refused without a signature that fits, for a forwarder that hears nothing, and when they are too long', async () => {
    const { tell } = open()
    assert.equal((await tell([], {})).status, 401)
    assert.equal((await tell([], {}, 'silent')).status, 404)
    assert.equal((await tell([], {}, 'nobody')).status, 404)
    assert.equal((await tell(['x'.repeat(2 ** 20)])).status, 413)
  })
})
