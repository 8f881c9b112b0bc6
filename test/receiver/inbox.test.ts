import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Message, Thread } from '../../src/core/issue/thread.ts'
import { createInbox, type InboxOptions } from '../../src/receiver/inbox.ts'
import type { InboxIssue } from '../../src/receiver/inbox-row.ts'
import { onEachDatabase } from './databases.ts'
import { openInbox, type List } from './open-inbox.ts'
import { getThread, newIssue, postForm, postReply, problemOf, receiptOf } from './requests.ts'

onEachDatabase('the inbox', query => {
  const open = (options: Partial<InboxOptions> = {}) => openInbox(query, options)

  it('lists what came in, newest first, page by page', async () => {
    const { read, send } = open()
    const sent = []
    // More than ten: a number that is sorted as text goes wrong there.
    for (let number = 1; number <= 12; number++) sent.unshift((await send({ story: `Story ${number}` })).issue.id)
    const first = await read<List>('/issues?limit=7')
    const second = await read<List>(`/issues?limit=7&before=${first.next}`)
    assert.deepEqual([...first.issues, ...second.issues].map(issue => issue.id), sent)
    assert.equal(second.next, undefined)
  })

  it('counts by kind, topic and status', async () => {
    const { read, send } = open()
    await send({ kind: 'problem', topic: 'checkout', observations: [{ text: 'late', topic: 'delivery' }, { text: 'wet', topic: 'delivery' }] })
    await send({ kind: 'praise', topic: 'delivery' })
    assert.deepEqual((await read<List>('/issues?kind=praise')).counts, {
      total: 2, kind: { problem: 1, praise: 1 }, topic: { checkout: 1, delivery: 2 }, audience: {}, status: { open: 2 },
      level: { 1: 2 }, rung: {}, late: 0, suspicious: 0,
    })
  })

  it('finds what is for a department: whole issues and single remarks', async () => {
    const { ask, read, send } = open()
    const remarks = [{ text: 'The box was wet', topic: 'delivery', audience: 'Dispatch' }, { text: 'The site is slow', topic: 'shop', audience: 'Web' }]
    const lamp = await send({ kind: 'problem', topic: 'care', audience: 'Workshop', story: 'The lamp hums', observations: remarks })
    const chair = await send({ kind: 'idea', audience: 'Dispatch', story: 'Chairs by bike' })
    const ids = async (audience: string) => (await read<List>(`/issues?audience=${audience}`)).issues.map(({ id }) => id)
    assert.deepEqual(await ids('Dispatch'), [chair.issue.id, lamp.issue.id])
    assert.deepEqual(await ids('Web'), [lamp.issue.id])
    assert.deepEqual(await ids('Accounts'), [])
    assert.equal((await ask(`/issues/${chair.issue.id}`, 'PATCH', { audience: ' Accounts ' })).status, 200)
    assert.deepEqual([await ids('Accounts'), await ids('Dispatch')], [[chair.issue.id], [lamp.issue.id]])
    assert.equal((await ask(`/issues/${chair.issue.id}`, 'PATCH', { audience: 7 })).status, 422)
    await ask(`/issues/${chair.issue.id}`, 'PATCH', { audience: 'Dispatch' })
    const { counts, issues: [, first] } = await read<List>('/issues')
    assert.deepEqual(counts.audience, { Dispatch: 2, Web: 1, Workshop: 1 })
    assert.equal(first?.audience, 'Workshop')
    assert.deepEqual(first?.observations, remarks)
  })

  it('finds issues by kind, status, topic, an observation\'s topic, and words', async () => {
    const { ask, read, send } = open()
    const lamp = await send({ kind: 'problem', topic: 'lamps', story: 'The 100% lamp_x', observations: [{ text: 'Box was wet', topic: 'delivery' }] })
    const chair = await send({ kind: 'idea', topic: 'delivery', story: 'Chairs by bike' })
    await ask(`/issues/${chair.issue.id}`, 'PATCH', { status: 'closed' })
    const both = [chair.issue.id, lamp.issue.id]
    const cases: [query: string, ids: string[]][] = [
      ['kind=idea', [chair.issue.id]], ['topic=delivery', both], ['topic=lamps', [lamp.issue.id]], ['status=closed', [chair.issue.id]],
      ['q=box+WAS', [lamp.issue.id]], ['q=100%25+lamp_', [lamp.issue.id]], ['q=%25', [lamp.issue.id]], [`q=${chair.reference}`, [chair.issue.id]],
      ['topic=delivery&kind=problem', [lamp.issue.id]], ['q=%00', []], ['kind=none', []], ['', both],
    ]
    for (const [filter, ids] of cases) {
      assert.deepEqual((await read<List>(`/issues?${filter}`)).issues.map(issue => issue.id), ids, filter)
    }
  })

  it('lists gaps, and finds them by their kind and by every question in them', async () => {
    const { read, send } = open()
    await send({ kind: 'problem', story: 'No gift wrap' })
    const answers = { searches: [{ query: 'engraving', count: 0 }, null, { query: 7 }], articles: [{ id: 'returns', helpful: false, missing: 'opened boxes' }] }
    const gap = await send({ kind: 'gap', story: undefined, summary: '1 question without an answer', answers } as unknown as Partial<Draft>)
    await send({ kind: 'gap', story: undefined, summary: 'odd', answers: { searches: 'text', articles: { id: 'x' } } } as unknown as Partial<Draft>)
    const list = await read<List>('/issues?kind=gap')
    assert.deepEqual(list.issues.map(({ kind, summary }) => [kind, summary]), [['gap', 'odd'], ['gap', '1 question without an answer']])
    assert.equal(list.counts.kind['gap'], 2)
    for (const words of ['engraving', 'returns', 'OPENED+boxes']) {
      assert.deepEqual((await read<List>(`/issues?q=${words}`)).issues.map(({ id }) => id), [gap.issue.id], words)
    }
    assert.deepEqual((await read<InboxIssue>(`/issues/${gap.issue.id}`)).issue.answers, gap.issue.answers)
  })

  it('shows one issue with everything that belongs to it', async () => {
    const { read, receiver } = open()
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])
    const issue = newIssue({
      outcome: 'A new one', observations: [{ text: 'late', topic: 'delivery' }], journey: { searches: [{ query: 'lamp', count: 0 }] },
      attachments: [{ id: 'a', name: 'Bild "ü".png', type: 'text/html', size: 9, bytes: bytes.buffer }],
    })
    const receipt = await receiptOf(await receiver.handle(postForm(issue, [['a', bytes]])))
    const found = await read<InboxIssue>(`/issues/${issue.id}`)
    assert.deepEqual(found.issue, issue)
    assert.deepEqual([found.reference, found.status, found.observations, found.messages], [receipt.reference, 'open', issue.observations, []])
    assert.equal(JSON.stringify(found).includes(receipt.token!), false)
    assert.equal(found.attachments[0]!.href, `/inbox/attachments/${found.attachments[0]!.id}`)
  })

  it('hands out files that can neither run nor pass for a page', async () => {
    const { ask, read, receiver } = open()
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    const issue = newIssue({ attachments: [{ id: 'a', name: 'x"\r\n/ü.html', type: 'text/html', size: page.length, bytes: page.buffer }] })
    await receiver.handle(postForm(issue, [['a', page]]))
    const { attachments } = await read<InboxIssue>(`/issues/${issue.id}`)
    const { headers, ...response } = await ask(`/attachments/${attachments[0]!.id}`).then(async answer => ({ headers: answer.headers, text: await answer.text() }))
    assert.equal(response.text, '<script>alert(1)</script>')
    assert.equal(headers.get('content-type'), 'application/octet-stream')
    assert.equal(headers.get('content-disposition'), "attachment; filename=\"x_____.html\"; filename*=UTF-8''x%22___%C3%BC.html")
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('content-security-policy')!, /sandbox/)
    assert.equal((await ask('/attachments/999999')).status, 404)
    assert.equal((await ask('/attachments/x')).status, 404)
  })

  it('answers a customer, who reads it in the thread and answers back', async () => {
    const { ask, read, receiver, send } = open()
    const { issue, token } = await send({})
    const answer = { id: 'm1', text: 'It is on its way.', author: { name: 'Maria' } }
    const response = await ask(`/issues/${issue.id}/messages`, 'POST', answer)
    assert.equal(response.status, 201)
    const message = (await response.json()) as Message
    assert.deepEqual({ ...message, at: '' }, { id: 'm1', at: '', from: 'staff', author: { name: 'Maria' }, text: 'It is on its way.' })
    assert.equal((await ask(`/issues/${issue.id}/messages`, 'POST', answer)).status, 200)
    const thread = (await (await receiver.handle(getThread(issue.id, token))).json()) as Thread
    assert.deepEqual(thread.messages, [message])
    assert.deepEqual([thread.status, thread.owner], ['answered', { name: 'Maria' }])
    await receiver.handle(postReply(issue.id, token, { id: 'm2', text: 'Thank you' }))
    const after = await read<InboxIssue>(`/issues/${issue.id}`)
    assert.deepEqual([after.status, after.messageCount, after.messages.map(({ from }) => from)], ['open', 2, ['staff', 'customer']])
  })

  it('mints the id of an answer that brings none', async () => {
    const { ask, send } = open()
    const { issue } = await send({})
    const ids = await Promise.all([1, 2].map(async () => ((await (await ask(`/issues/${issue.id}/messages`, 'POST', { text: 'x' })).json()) as Message).id))
    assert.notEqual(ids[0], ids[1])
  })

  it('changes owner, status and topic, and nothing the customer said', async () => {
    const { ask, read, send } = open()
    const { issue } = await send({ topic: 'lamps' })
    const changed = (await (await ask(`/issues/${issue.id}`, 'PATCH', { owner: { name: ' Ben ' }, status: 'closed', topic: 'light', story: 'x' })).json()) as InboxIssue
    assert.deepEqual([changed.owner, changed.status, changed.topic], [{ name: 'Ben' }, 'closed', 'light'])
    assert.deepEqual(changed.issue, issue)
    await ask(`/issues/${issue.id}`, 'PATCH', { owner: null, topic: null })
    const cleared = await read<InboxIssue>(`/issues/${issue.id}`)
    assert.deepEqual([cleared.owner, cleared.topic, cleared.status], [undefined, undefined, 'closed'])
  })

  it('says what is wrong with a change, an answer or a question', async () => {
    const { ask, send } = open()
    const { issue: { id } } = await send({})
    const cases: [path: string, method: string, body: unknown, status: number, pointer?: string][] = [
      [`/issues/${id}`, 'PATCH', { status: 'done' }, 422, '/status'],
      [`/issues/${id}`, 'PATCH', { owner: { name: '' } }, 422, '/owner'],
      [`/issues/${id}`, 'PATCH', { topic: 7 }, 422, '/topic'],
      [`/issues/${id}/messages`, 'POST', { text: '' }, 422, '/text'],
      [`/issues/${id}/messages`, 'POST', { text: 'x', author: 'Maria' }, 422, '/author'],
      ['/issues/none', 'PATCH', {}, 404], ['/issues/none/messages', 'POST', { text: 'x' }, 404], ['/issues/none', 'GET', undefined, 404],
      ['/issues?limit=0', 'GET', undefined, 400, ''], ['/issues?before=x', 'GET', undefined, 400, ''], ['/elsewhere', 'GET', undefined, 404],
      [`/issues/${id}`, 'DELETE', undefined, 404],
    ]
    for (const [path, method, body, status, pointer] of cases) {
      const response = await ask(path, method, body)
      assert.equal(response.status, status, `${method} ${path}`)
      assert.equal((await problemOf(response)).errors?.[0]?.pointer, pointer)
    }
  })

  it('is closed to everybody else, other sites included', async () => {
    const { issue } = await open().send({})
    assert.equal((await open().ask(`/issues/${issue.id}`)).status, 404)
    const closed = open({ authorize: async () => false })
    for (const path of ['/issues', `/issues/${issue.id}`, '/attachments/1', '/none']) assert.equal((await closed.ask(path)).status, 401)
  })

  it('takes no form of another site for an answer', async () => {
    const { issue } = await open().send({})
    const inbox = createInbox({ query, authorize: () => true })
    const form = new Request(`https://desk.example/inbox/issues/${issue.id}/messages`, { method: 'POST', body: '{"text":"x"}', headers: { 'content-type': 'text/plain' } })
    assert.equal((await inbox.handle(form)).status, 415)
  })
})
