import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import type { Message } from '../../src/core/issue/thread.ts'
import type { InboxIssue } from '../../src/receiver/inbox-row.ts'
import { onEachDatabase } from './databases.ts'
import { openInbox, type List } from './open-inbox.ts'
import { endpoint, getThread, problemOf } from './requests.ts'

const team: Rung = { id: 'team', name: 'The workshop', kind: 'message', hours: 'Mo-Fr 08:00-16:00', answersWithin: 4 }
const lead: Rung = { id: 'lead', name: 'Marit', kind: 'email', hours: 'Mo-Fr 08:00-16:00', answersWithin: 8 }

onEachDatabase('a case in the inbox', query => {
  const open = () => openInbox(query, {}, { ladder: [team, lead] })

  it('is one from the first issue to the last: who had it, since when, and every message', async () => {
    const { send, say, ask, read, clock } = open()
    const first = await send({ story: 'The lamp hums' })
    await ask(`/issues/${first.id}/messages`, 'POST', { id: 'a', text: 'Turn it off and on.', author: { name: 'Ilse' } })
    await say(first, { id: 'b', text: 'It hums.', kind: 'not-solved' })
    clock.pass(5)
    const second = await send({ story: 'It still hums', escalation: { of: first.id, rung: 'lead', level: 2 } }, { 'earshot-earlier': first.token })
    await ask(`/issues/${second.id}/messages`, 'POST', { id: 'c', text: 'I am sorry. A new one is on its way.', author: { name: 'Marit' } })
    const other = await send({ story: 'Something else' })

    const found = await read<InboxIssue>(`/issues/${second.id}`)
    assert.deepEqual([found.level, found.rung, found.first], [2, 'lead', first.id])
    assert.deepEqual(found.case.map(step => [step.id, step.level, step.rung, step.owner?.name, step.acceptedAt]), [
      [first.id, 1, 'team', 'The workshop', first.receipt.acceptedAt], [second.id, 2, 'lead', 'Marit', second.receipt.acceptedAt],
    ])
    assert.deepEqual(found.messages.filter(message => message.kind !== 'escalated').map(({ id }) => id), ['a', 'b', 'c'])
    assert.deepEqual((await read<InboxIssue>(`/issues/${first.id}`)).case.map(({ id }) => id), [first.id, second.id])
    assert.deepEqual((await read<InboxIssue>(`/issues/${other.id}`)).case.map(({ id }) => id), [other.id])
  })

  it('is found by level, by whose rung it is on, by who is praised, and by its broken promise', async () => {
    const { send, ids, read, clock, ask } = open()
    const early = await send({ story: 'Early' })
    const praise = await send({ kind: 'praise', story: 'Kind', answers: { person: 'Ilse' } })
    const high = await send({ escalation: { of: 'gone', rung: 'lead', level: 2 } })
    const gap = await send({ kind: 'gap', story: 'Nothing on engraving' })
    assert.deepEqual(await ids('level=2'), [high.id])
    assert.deepEqual(await ids('rung=lead'), [high.id])
    assert.deepEqual(await ids('person=ilse'), [praise.id])
    assert.deepEqual(await ids('late=1'), [])
    clock.pass(5)
    const late = await read<List>('/issues?late=1')
    assert.deepEqual(late.issues.map(({ id, late }) => [id, late]), [[praise.id, true], [early.id, true]])
    assert.deepEqual([late.counts.late, late.counts.level, late.counts.rung], [2, { 1: 3, 2: 1 }, { team: 3, lead: 1 }])
    await ask(`/issues/${early.id}/messages`, 'POST', { text: 'Here.' })
    await ask(`/issues/${praise.id}`, 'PATCH', { expectBy: null })
    assert.deepEqual(await ids('late=1'), [])
    clock.pass(500)
    assert.deepEqual((await read<List>('/issues?late=1')).issues.map(({ id }) => id), [high.id])
    assert.equal((await read<InboxIssue>(`/issues/${gap.id}`)).late, undefined)
    assert.equal((await ask('/issues?level=x')).status, 400)
  })

  it('is late on the level it went on to, and not below; nor does it wait there', async () => {
    const { send, say, ids, read, clock, receiver } = open()
    const first = await send()
    // Whoever only names an issue has not taken it anywhere.
    await send({ escalation: { of: first.id, rung: 'lead', level: 2 }, synthetic: true })
    const early = async () => (await read<InboxIssue>(`/issues/${first.id}`)).wentOn
    assert.equal(await early(), undefined)
    const second = await send({ escalation: { of: first.id, rung: 'lead', level: 2 } }, { 'earshot-earlier': first.token })
    clock.pass(500)
    assert.deepEqual([await early(), await ids('late=1'), await ids('order=promise')], [true, [second.id], [second.id, first.id]])
    const { rungs } = (await (await receiver.handle(new Request(`${endpoint}/people`))).json()) as { rungs: Record<string, { waiting: number }> }
    assert.deepEqual([rungs['team']?.waiting, rungs['lead']?.waiting], [0, 1])
    await say(second, { id: 'back', text: '', kind: 'taken-back' })
    assert.deepEqual([await early(), await ids('late=1')], [undefined, [first.id]])
  })

  it('shows what was promised anew, to staff and to the customer', async () => {
    const { send, ask, receiver, clock } = open()
    const { id, token } = await send()
    clock.pass(10)
    const patched = await ask(`/issues/${id}`, 'PATCH', { expectBy: '2026-11-25T12:00:00+01:00' })
    const { expectBy, late } = (await patched.json()) as InboxIssue
    assert.deepEqual([expectBy, late], ['2026-11-25T11:00:00.000Z', undefined])
    assert.equal(((await (await receiver.handle(getThread(id, token))).json()) as { expectBy: string }).expectBy, expectBy)
    for (const wrong of ['soon', 7, '1999-01-01T00:00:00Z', '2026-13-01T00:00:00Z', '']) {
      const response = await ask(`/issues/${id}`, 'PATCH', { expectBy: wrong })
      assert.deepEqual([response.status, (await problemOf(response)).errors?.[0]?.pointer], [422, '/expectBy'])
    }
  })

  it('says how often somebody came, that they think of leaving, and that it came back', async () => {
    const { send, say, ask, read } = open()
    const sent = await send({ repeats: 2, leaving: true })
    assert.deepEqual([await read<InboxIssue>(`/issues/${sent.id}`)].map(({ repeats, leaving, reopened }) => [repeats, leaving, reopened]), [[2, true, undefined]])
    await ask(`/issues/${sent.id}/messages`, 'POST', { text: 'Mended.' })
    await say(sent, { id: 'n', text: '', kind: 'not-solved' })
    assert.equal((await read<List>('/issues')).issues[0]?.reopened, true)
    await ask(`/issues/${sent.id}`, 'PATCH', { status: 'closed' })
    assert.equal((await read<List>('/issues')).issues[0]?.reopened, undefined)
  })

  it('leaves the owner’s own tests of the line out of the list and out of every figure', async () => {
    const { send, ids, read } = open()
    const real = await send({ topic: 'lamps' })
    const test = await send({ topic: 'lamps', audience: 'Workshop', synthetic: true, observations: [{ text: 'x', topic: 'test', audience: 'Web' }] })
    assert.deepEqual(await ids(), [real.id])
    const { counts } = await read<List>('/issues')
    assert.deepEqual(counts, { total: 1, kind: { problem: 1 }, topic: { lamps: 1 }, audience: {}, status: { open: 1 }, level: { 1: 1 }, rung: { team: 1 }, late: 0, suspicious: 0 })
    const all = await read<List>('/issues?synthetic=1')
    assert.deepEqual(all.issues.map(({ id, synthetic }) => [id, synthetic]), [[test.id, true], [real.id, undefined]])
    assert.equal(all.counts.total, 2)
  })

  it('asks the customer back with a small form, which must be one that can be shown', async () => {
    const { send, ask, receiver, read } = open()
    const { id, token } = await send()
    const fields = [
      { type: 'choice', name: 'colour', label: { en: 'Which one?', de: 'Welche?' }, options: ['red', 'green'], required: true },
      { type: 'date', name: 'day', label: 'Since when?' },
    ]
    const question = { id: 'q', kind: 'question', text: 'Two things, please.', author: { name: 'Ilse' }, fields }
    assert.equal((await ask(`/issues/${id}/messages`, 'POST', question)).status, 201)
    assert.equal((await ask(`/issues/${id}/messages`, 'POST', question)).status, 200)
    assert.equal((await ask(`/issues/${id}/messages`, 'POST', { ...question, fields: [fields[0]] })).status, 422)
    const { messages, status } = (await (await receiver.handle(getThread(id, token))).json()) as InboxIssue
    assert.deepEqual([status, messages.map(({ kind, fields: asked }: Message) => [kind, asked])], ['answered', [['question', fields]]])
    assert.equal((await ask(`/issues/${id}/messages`, 'POST', { text: 'And why?', kind: 'question' })).status, 201)
    assert.equal((await read<InboxIssue>(`/issues/${id}`)).messages[1]?.fields, undefined)

    const text = { type: 'text', name: 'a', label: 'A?' }
    const cases: [fields: unknown, pointer: string][] = [
      ['colour', '/fields'], [[], '/fields'], [Array.from({ length: 11 }, (_, index) => ({ ...text, name: `a${index}` })), '/fields'],
      [['orderNumber'], '/fields/0'], [[{ ...text, type: 'password' }], '/fields/0'], [[{ ...text, type: 'colour' }], '/fields/0/type'],
      [[{ ...text, type: 'file' }], '/fields/0/type'], [[{ ...text, name: '1 a' }], '/fields/0/name'], [[text, text], '/fields/1/name'],
      [[{ type: 'text', name: 'a' }], '/fields/0/label'], [[{ ...text, type: 'choice' }], '/fields/0/options'],
      [[{ ...text, pattern: '(' }], '/fields/0/pattern'], [[{ ...text, autocomplete: 'cc-number' }], '/fields/0'],
    ]
    for (const [wrong, pointer] of cases) {
      const response = await ask(`/issues/${id}/messages`, 'POST', { text: 'x', kind: 'question', fields: wrong })
      assert.deepEqual([response.status, (await problemOf(response)).errors?.[0]?.pointer], [422, pointer], JSON.stringify(wrong))
    }
    assert.equal((await problemOf(await ask(`/issues/${id}/messages`, 'POST', { text: 'x', kind: 'praise' }))).errors?.[0]?.pointer, '/kind')
  })
})
