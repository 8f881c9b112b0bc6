import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { it } from 'node:test'
import type { Message } from '../../src/core/issue/thread.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { addMessage } from '../../src/receiver/store-threads.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'
import { customer } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { ask, getThread, postMessageForm, postReply, problemOf } from './requests.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const fileOf = (id: string, bytes: Uint8Array, more: object = {}) => ({ id, name: 'Lampe ü.png', type: 'image/png', size: bytes.length, ...more })

onEachDatabase('what a customer says in a thread', query => {
  function open(options: Partial<ReceiverOptions> = {}) {
    const receiver = openReceiver(query, options)
    const staff = (id: string, message: Partial<Message> = {}) => addMessage(query, receiver.site, id, {
      id: crypto.randomUUID(), at: '2026-11-21T11:00:00.000Z', from: 'staff', author: { name: 'Mira' }, text: 'We look into it.', ...message,
    })
    const moments = async () => (await receiver.rows('answered_at, solved_at, expect_by'))[0] as Record<string, Date | null>
    return { ...receiver, ...customer(receiver), staff, moments }
  }

  it('moves the case: solved closes it, words and what did not work open it again, thanks leave it', async () => {
    const { send, say, staff, thread, moments } = open()
    const mine = await send()
    const status = async () => (await thread(mine)).status
    await staff(mine.id)
    assert.equal(await status(), 'answered')
    const steps: [message: object, status: string][] = [
      [{ kind: 'solved' }, 'closed'], [{ kind: 'praise', text: 'Mira was kind' }, 'closed'], [{ kind: 'holds' }, 'closed'],
      [{ kind: 'rating', rating: { scale: 'csat', value: 4, max: 5 } }, 'closed'], [{ kind: 'holds-not' }, 'open'], [{ kind: 'solved' }, 'closed'],
      [{ kind: 'not-solved', text: 'It came back' }, 'open'], [{ kind: 'solved' }, 'closed'], [{ text: 'One more thing' }, 'open'],
    ]
    for (const [message, expected] of steps) {
      assert.equal(await say(mine, message), 201)
      assert.equal(await status(), expected, JSON.stringify(message))
      assert.equal(Boolean((await moments())['solved_at']), expected === 'closed')
    }
    await staff(mine.id, { kind: 'changed', text: 'New sockets, because of you' })
    assert.equal(await status(), 'open')
    assert.equal((await moments())['answered_at']!.toISOString(), '2026-11-21T11:00:00.000Z')
  })

  it('is promised an answer anew when it opens the case again', async () => {
    const clock = fakeClock(Date.UTC(2026, 10, 21, 10))
    const { send, say, staff, thread } = open({ clock, answersWithin: 2 })
    const mine = await send()
    clock.set(Date.UTC(2026, 10, 25, 10))
    await say(mine, { text: 'Hello?' })
    assert.equal((await thread(mine)).expectBy, '2026-11-21T12:00:00.000Z', 'who waits longer is not put off')
    await staff(mine.id)
    await say(mine, { kind: 'not-solved' })
    assert.equal((await thread(mine)).expectBy, '2026-11-25T12:00:00.000Z')
  })

  it('may be a rating, praise, or nothing but a file', async () => {
    const { send, handle, thread } = open()
    const mine = await send()
    const rating = { scale: 'stars', value: 5, max: 5 }
    await handle(postReply(mine.id, mine.token, { id: 'r', kind: 'rating', rating, later: 'unknown', from: 'staff', author: { name: 'Mira' } }))
    const sha256 = createHash('sha256').update(png).digest('hex')
    const send1 = () => handle(postMessageForm(mine.id, mine.token, { id: 'f', attachments: [fileOf('a1', png, { sha256 })] }, [['a1', png]]))
    const statuses = [(await send1()).status, (await send1()).status]
    assert.deepEqual(statuses, [201, 200])
    const at = '2026-11-21T10:00:00.000Z'
    assert.deepEqual((await thread(mine)).messages, [
      { id: 'r', at, from: 'customer', text: '', kind: 'rating', rating },
      { id: 'f', at, from: 'customer', text: '', attachments: [{ ...fileOf('a1', png), sha256 }] },
    ])
  })

  it('gives its files to whoever has a key to the case, as files and nothing else', async () => {
    const { send, escalate, share, handle } = open()
    const mine = await send()
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    await handle(postMessageForm(mine.id, mine.token, { id: 'm', attachments: [fileOf('a1', png), fileOf('a2', page, { name: 'a".html' })] }, [['a1', png], ['a2', page]]))
    const later = await escalate(mine)
    const stranger = await send()
    const { token: shared } = await share(later)
    for (const [id, token] of [[mine.id, mine.token], [later.id, later.token], [later.id, shared]]) {
      const response = await handle(ask(`/${id}/attachments/a1`, { token }))
      assert.equal(response.status, 200)
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), png)
      assert.match(response.headers.get('content-disposition')!, /^attachment; filename="Lampe _\.png"; filename\*=UTF-8''Lampe%20%C3%BC\.png$/)
    }
    const hostile = await handle(ask(`/${mine.id}/attachments/a2`, { token: mine.token }))
    assert.deepEqual(['content-type', 'x-content-type-options', 'content-security-policy'].map(name => hostile.headers.get(name)),
      ['application/octet-stream', 'nosniff', "sandbox; default-src 'none'"])
    assert.equal((await handle(ask(`/${mine.id}/attachments/none`, { token: mine.token }))).status, 404)
    assert.equal((await handle(ask(`/${stranger.id}/attachments/a1`, { token: stranger.token }))).status, 404)
    for (const token of [undefined, 'guess', stranger.token]) {
      assert.equal((await handle(ask(`/${mine.id}/attachments/a1`, { token }))).status, 401)
    }
  })

  it('answers a question of its own case, and no other', async () => {
    const { send, say, staff, thread } = open()
    const [mine, other] = [await send(), await send()]
    await staff(mine.id, { id: 'q', kind: 'question', text: 'Which lamp?', fields: [{ name: 'lamp', type: 'text' }] })
    await staff(mine.id, { id: 'words' })
    const answer = { kind: 'answer', answers: { lamp: 'the red one' } }
    assert.equal(await say(mine, { ...answer, answerTo: 'q' }), 201)
    assert.deepEqual([await say(mine, { ...answer, answerTo: 'words' }), await say(mine, { ...answer, answerTo: 'none' }), await say(mine, answer)], [422, 422, 422])
    assert.equal(await say(other, { ...answer, answerTo: 'q' }), 422)
    assert.equal((await thread(mine)).status, 'open')
  })

  it('is refused where it says what only others may, or what cannot be', async () => {
    const { send, handle, thread } = open()
    const mine = await send()
    const cases: [message: object, pointer: string][] = [
      [{ kind: 'question', text: 'x' }, '/kind'], [{ kind: 'changed', text: 'x' }, '/kind'], [{ kind: 'escalated' }, '/kind'], [{ kind: 7 }, '/kind'],
      [{ kind: '__proto__', text: 'x' }, '/kind'], [{ kind: null, text: 'x' }, '/kind'], [{ kind: 'taken-back' }, '/kind'],
      [{ text: '' }, '/text'], [{ kind: 'solved', text: 7 }, '/text'], [{ kind: 'solved', text: 'x'.repeat(10_001) }, '/text'],
      [{ kind: 'rating' }, '/rating'], [{ kind: 'rating', rating: { scale: 'stars', value: 6, max: 5 } }, '/rating'], [{ kind: 'rating', rating: 5 }, '/rating'],
      [{ kind: 'answer', answerTo: 'q', answers: ['x'] }, '/answers'], [{ kind: 'answer', answerTo: 7, answers: {} }, '/answerTo'],
      [{ kind: 'answer', answerTo: 'q' }, '/text'],
      [{ id: 'earshot:escalated:1', text: 'x' }, '/id'], [{ text: 'x', attachments: [fileOf('a', png)] }, '/attachments'],
      [{ text: 'x', attachments: [{ id: 'a' }] }, '/attachments/0/name'],
    ]
    for (const [message, pointer] of cases) {
      const response = await handle(postReply(mine.id, mine.token, { id: 'm', ...message }))
      assert.equal(response.status, 422, JSON.stringify(message))
      assert.equal((await problemOf(response)).errors![0]!.pointer, pointer, JSON.stringify(message))
    }
    const other = await handle(postMessageForm(mine.id, mine.token, { id: 'm', attachments: [fileOf('a', png, { size: 3 })] }, [['a', png]]))
    assert.equal((await problemOf(other)).errors![0]!.pointer, '/attachments/0/size')
    assert.equal((await handle(postReply(mine.id, mine.token, { id: 'm', kind: 'solved', answers: { long: 'x'.repeat(70_000) } }))).status, 413)
    assert.equal((await handle(postMessageForm(mine.id, mine.token, { id: 'm', text: 'x' }, Array.from({ length: 11 }, () => ['a', png])))).status, 413)
    assert.deepEqual((await thread(mine)).messages, [])
  })

  it('is not the same message when anything in it is another', async () => {
    const { send, handle } = open()
    const mine = await send()
    const first = { id: 'm', kind: 'not-solved', text: 'x', rating: { scale: 'stars', value: 1, max: 5 } }
    const status = async (message: object) => (await handle(postReply(mine.id, mine.token, message))).status
    assert.deepEqual([await status(first), await status(first)], [201, 200])
    for (const change of [{ kind: 'solved' }, { rating: { scale: 'stars', value: 2, max: 5 } }, { text: 'y' }, { answers: {} }]) {
      assert.equal(await status({ ...first, ...change }), 422, JSON.stringify(change))
    }
  })

  it('is sent to whoever does not have it yet, and to them alone', async () => {
    const { send, say, staff, handle } = open()
    const mine = await send()
    const read = (tag?: string) => {
      const request = getThread(mine.id, mine.token)
      if (tag) request.headers.set('if-none-match', tag)
      return handle(request)
    }
    const etag = (await read()).headers.get('etag')!
    const same = await read(`"other", W/${etag}`)
    assert.deepEqual([same.status, await same.text(), same.headers.get('etag')], [304, '', etag])
    await say(mine, { text: 'x' })
    const changed = (await read(etag)).headers.get('etag')!
    assert.notEqual(changed, etag)
    await staff(mine.id)
    assert.equal((await read(changed)).status, 200)
    const stranger = getThread(mine.id, 'guess')
    stranger.headers.set('if-none-match', changed)
    assert.equal((await handle(stranger)).status, 401)
  })
})
