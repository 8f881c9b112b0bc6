import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addMessage, findThread } from '../../src/receiver/store-threads.ts'
import { customer } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { getThread, newIssue, post } from './requests.ts'

const ladder = [{ id: 'desk', name: 'Maria', kind: 'message' as const }, { id: 'lead', name: 'Ilse Behn', kind: 'message' as const }]

onEachDatabase('a case that goes on', query => {
  const open = () => {
    const receiver = openReceiver(query, { ladder })
    return { ...receiver, ...customer(receiver) }
  }

  it('shows one thread from first to last, whoever of the two asks', async () => {
    const { site, send, escalate, say, thread } = open()
    const first = await send()
    await say(first, { id: 'm1', text: 'Nobody wrote' })
    const second = await escalate(first)
    await addMessage(query, site, second.id, {
      id: 'm2', at: '2026-11-21T11:00:00.000Z', from: 'staff', author: { name: 'Ilse Behn' }, text: 'Which lamp?', kind: 'question',
      fields: [{ name: 'lamp', type: 'text' }],
    })
    await say(second, { id: 'm3', kind: 'answer', answerTo: 'm2', answers: { lamp: 'the red one' } })
    const [below, above] = [await thread(first), await thread(second)]
    assert.deepEqual(below.messages.map(({ id, kind, issue }) => [id.replace(/\d+$/, ''), kind, issue]), [
      ['m', undefined, undefined], ['earshot:escalated:', 'escalated', undefined], ['m', 'question', second.id], ['m', 'answer', second.id],
    ])
    assert.deepEqual(above.messages.map(({ issue }) => issue), [first.id, first.id, undefined, undefined])
    assert.deepEqual([below.level, below.rung, below.continuedBy], [1, 'desk', { id: second.id, reference: second.reference }])
    assert.deepEqual([above.level, above.rung, above.owner, above.continuedBy], [2, 'lead', { name: 'Ilse Behn' }, undefined])
    assert.deepEqual(above.messages[2]!.fields, [{ name: 'lamp', type: 'text' }])
    assert.deepEqual([above.messages[3]!.answers, above.messages[3]!.answerTo], [{ lamp: 'the red one' }, 'm2'])
  })

  it('tells whoever had it that it went on, once, however often the issue comes', async () => {
    const { handle, send, thread } = open()
    const first = await send()
    const issue = newIssue({ escalation: { of: first.id, rung: 'lead', level: 2 } })
    const statuses = []
    for (let round = 0; round < 3; round++) statuses.push((await handle(post(issue, { 'earshot-earlier': first.token }))).status)
    assert.deepEqual(statuses, [201, 200, 200])
    const { messages, status } = await thread(first)
    assert.deepEqual(messages.map(({ kind, from, author, text }) => ({ kind, from, author, text })),
      [{ kind: 'escalated', from: 'staff', author: { name: 'Ilse Behn' }, text: '' }])
    assert.equal(status, 'open')
  })

  it('counts the level from the case, not from what the issue says', async () => {
    const { send, escalate, thread } = open()
    const first = await send()
    const second = await escalate(first, first.token, 7)
    const third = await escalate(second, second.token, 1)
    assert.deepEqual([(await thread(second)).level, (await thread(third)).level], [2, 3])
    assert.deepEqual((await thread(first)).messages.map(({ issue }) => issue), [undefined, second.id])
  })

  it('joins a repeated contact and a follow-up to their case, and tells nobody that it went up', async () => {
    const { handle, send, thread } = open()
    const first = await send()
    const again = await send({ repeatOf: first.id, repeats: 2 }, ['wrong', first.token])
    const remark = await send({ kind: 'rating', rating: { scale: 'csat', value: 1, max: 5 }, parent: again.id }, [again.token])
    assert.deepEqual((await thread(first)).messages, [])
    assert.deepEqual([(await thread(again)).level, (await thread(first)).continuedBy], [1, undefined])
    // The keys stay apart: each opens its own issue, and through it the case.
    assert.equal((await handle(getThread(remark.id, first.token))).status, 401)
  })

  it('gives nobody a thread for naming its issue', async () => {
    const { site, send, say, thread, rows, handle } = open()
    const [hers, his] = [await send(), await send()]
    await say(hers, { text: 'My address is …' })
    for (const draft of [{ escalation: { of: hers.id, rung: 'lead', level: 2 } }, { repeatOf: hers.id }, { parent: hers.id }]) {
      for (const keys of [[], ['guess'], [his.token], [hers.token.toLowerCase()], [hers.id], Array<string>(20).fill('x')]) {
        const stranger = await send(draft, keys)
        assert.deepEqual((await thread(stranger)).messages, [])
        assert.equal((await handle(getThread(hers.id, stranger.token))).status, 401)
      }
    }
    const { messages, continuedBy } = await thread(hers)
    assert.deepEqual([messages.length, continuedBy], [1, undefined])
    assert.equal((await findThread(query, site, hers.id, 'staff'))!.messages.length, 1)
    // What it says it continues is kept, for staff to judge.
    assert.equal((await rows('id', 'issues', `continues = '${hers.id}' and first is null`)).length, 18)
  })

  it('does not let a key of one site open the cases of another', async () => {
    const [one, other] = [open(), open()]
    const first = await one.send()
    const second = await other.escalate(first)
    assert.deepEqual((await other.thread(second)).messages, [])
    assert.deepEqual((await one.thread(first)).messages, [])
  })

  it('takes an escalation back: it is closed, and the case is where it was', async () => {
    const { send, escalate, say, thread } = open()
    const first = await send()
    assert.equal(await say(first, { kind: 'taken-back' }), 422)
    const second = await escalate(first)
    assert.equal(await say(second, { kind: 'taken-back' }), 201)
    assert.deepEqual([(await thread(second)).status, (await thread(first)).status, (await thread(first)).continuedBy], ['closed', 'open', undefined])
    const third = await escalate(first)
    assert.equal((await thread(first)).continuedBy!.id, third.id)
  })

  it('keeps what an issue says about itself where it can be counted', async () => {
    const { send, rows } = open()
    await send({ kind: 'praise', answers: { person: '  Mira ' }, leaving: true, repeats: 3 })
    await send({ answers: { person: 'Not praised' }, repeats: 9_999_999_999 })
    assert.deepEqual(await rows('person, leaving, repeats, level, rung'), [
      { person: 'Mira', leaving: true, repeats: 3, level: 1, rung: 'desk' }, { person: null, leaving: false, repeats: 1000, level: 1, rung: 'desk' },
    ])
  })

  it('answers the owner\'s own test of the line at once', async () => {
    const { send, thread, rows } = open()
    const echo = await send({ synthetic: true })
    const { status, messages } = await thread(echo)
    assert.deepEqual([status, messages.map(({ from, text, kind }) => [from, text, kind])], ['closed', [['staff', 'This line works.', undefined]]])
    assert.deepEqual(await rows('synthetic'), [{ synthetic: true }])
  })
})
