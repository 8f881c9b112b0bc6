import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Clock } from '../../../src/core/support/clock.ts'
import type { InboxIssue } from '../../../src/receiver/inbox-row.ts'
import type { SpamOptions } from '../../../src/receiver/spam/settings.ts'
import { onEachDatabase } from '../databases.ts'
import { openInbox, type List } from '../open-inbox.ts'
import { openReceiver } from '../open-receiver.ts'
import { newIssue, post, problemOf } from '../requests.ts'

const robot = { filling: { seconds: 0.2, trap: true } }

/** A clock whose every timer rings at once. */
const impatient: Clock = { now: () => Date.UTC(2026, 10, 21, 10), after: (_, ring) => (queueMicrotask(ring), () => {}) }

onEachDatabase('labels of what looks like spam', query => {
  it('are written with the issue, and are null for all others', async () => {
    const { handle, rows } = openReceiver(query)
    assert.equal((await handle(post(newIssue(robot)))).status, 201)
    assert.equal((await handle(post(newIssue({ filling: { seconds: 9 } })))).status, 201)
    assert.equal((await handle(post(newIssue()))).status, 201)
    assert.deepEqual((await rows('suspicions')).map(row => row['suspicions']), [['trap', 'too-fast'], null, null])
  })

  it('can be read and filtered by staff, and hide nothing', async () => {
    const { read, send, ids } = openInbox(query)
    const [caught, honest] = [await send(robot), await send()]
    const { issues, counts } = await read<List>('/issues')
    assert.deepEqual(issues.map(issue => [issue.id, issue.suspicions]), [[honest.id, undefined], [caught.id, ['trap', 'too-fast']]])
    assert.deepEqual([counts.total, counts.suspicious], [2, 1])
    assert.deepEqual(await ids('suspicious=1'), [caught.id])
    assert.deepEqual(await ids('suspicious=0'), [honest.id])
    assert.deepEqual(await ids('suspicious=perhaps'), [honest.id, caught.id])
    assert.deepEqual((await read<InboxIssue>(`/issues/${caught.id}`)).suspicions, ['trap', 'too-fast'])
  })

  it('are taken away, and put there, by staff', async () => {
    const { ask, read, send, ids } = openInbox(query)
    const [caught, honest] = [await send(robot), await send()]
    const change = (id: string, suspicions: unknown) => ask(`/issues/${id}`, 'PATCH', { suspicions })
    const cleared = await change(caught.id, null)
    assert.equal(cleared.status, 200)
    assert.equal(((await cleared.json()) as InboxIssue).suspicions, undefined)
    assert.equal((await change(honest.id, ['spam'])).status, 200)
    assert.deepEqual(await ids('suspicious=1'), [honest.id])
    assert.equal((await ask(`/issues/${honest.id}`, 'PATCH', { status: 'closed' })).status, 200)
    assert.deepEqual((await read<InboxIssue>(`/issues/${honest.id}`)).suspicions, ['spam'])
    for (const wrong of [[], 'spam', ['Not Plain'], [7], ['spam', 'spam'], { trap: true }]) {
      const refused = await change(honest.id, wrong)
      assert.equal(refused.status, 422, JSON.stringify(wrong))
      assert.equal((await problemOf(refused)).errors?.[0]?.pointer, '/suspicions')
    }
  })

  it('may be the owner\'s own: from the issue and the request', async () => {
    const also: SpamOptions['also'] = (issue, request) => [issue.kind, request.headers.get('user-agent') ?? 'no-agent', 'Not A Code']
    const { handle, rows } = openReceiver(query, { spam: { also } })
    assert.equal((await handle(post(newIssue({ filling: { trap: true } }), { 'user-agent': 'robot' }))).status, 201)
    assert.deepEqual((await rows('suspicions'))[0], { suspicions: ['trap', 'problem', 'robot'] })
  })

  it('never keep an issue out: an owner\'s check that throws, rejects, answers nonsense or never answers is reported, and the issue is in', async () => {
    const checks: [also: SpamOptions['also'], clock?: Clock][] = [
      [() => { throw new Error('thrown') }], [() => Promise.reject(new Error('rejected'))], [() => 'spam' as never], [() => undefined as never],
      [() => new Promise(() => {}), impatient],
    ]
    const reports: unknown[] = []
    for (const [also, clock] of checks) {
      const { handle, rows } = openReceiver(query, { spam: { also: also! }, report: error => void reports.push(error), ...(clock && { clock }) })
      assert.equal((await handle(post(newIssue(robot)))).status, 201)
      assert.deepEqual((await rows('suspicions'))[0], { suspicions: ['trap', 'too-fast'] })
    }
    assert.deepEqual(reports.map(error => (error as { code?: string; message: string }).code ?? (error as Error).message), ['thrown', 'rejected', 'receiver/spam-late'])
  })
})
