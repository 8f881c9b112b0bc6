import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { getThread, newIssue, post, postReply, receiptOf } from './requests.ts'

onEachDatabase('the thread', query => {
  const open = (options: Partial<ReceiverOptions> = {}) => openReceiver(query, options)

  it('shows the thread to the holder of the token, and to nobody else', async () => {
    const { handle } = open({ owner: { name: 'Maria' }, answersWithin: 2 })
    const issue = newIssue()
    const { token, reference } = await receiptOf(await handle(post(issue)))
    const response = await handle(getThread(issue.id, token))
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.deepEqual(await response.json(), {
      id: issue.id, reference, status: 'open', owner: { name: 'Maria' }, expectBy: '2026-11-21T12:00:00.000Z', level: 1, live: true, messages: [],
    })
    const other = await receiptOf(await handle(post(newIssue())))
    const refusals = await Promise.all([
      handle(getThread(issue.id)), handle(getThread(issue.id, 'wrong')), handle(getThread(issue.id, other.token)),
      handle(getThread('no-such-issue', token)), handle(getThread('%00', token)), handle(postReply('no-such-issue', token!, { id: 'm', text: 'x' })),
    ])
    const bodies = await Promise.all(refusals.map(refusal => refusal.text()))
    assert.deepEqual(refusals.map(refusal => refusal.status), Array(6).fill(401))
    assert.equal(new Set(bodies).size, 1)
  })

  it('takes a reply once, however often it is sent', async () => {
    const { handle } = open()
    const issue = newIssue()
    const { token } = await receiptOf(await handle(post(issue)))
    const reply = { id: 'm1', at: '1970-01-01T00:00:00.000Z', from: 'staff', text: '\ufeff Still broken\n' }
    const responses = await Promise.all([1, 2, 3].map(() => handle(postReply(issue.id, token!, reply))))
    assert.deepEqual(responses.map(response => response.status).sort(), [200, 200, 201])
    const thread = (await (await handle(getThread(issue.id, token))).json()) as Thread
    assert.deepEqual(thread.messages, [{ id: 'm1', at: '2026-11-21T10:00:00.000Z', from: 'customer', text: '\ufeff Still broken\n' }])
    assert.equal((await handle(postReply(issue.id, token!, { id: 'm1', text: 'Another' }))).status, 422)
    for (const wrong of [{ id: 'm2' }, { id: 'm2', text: '  ' }, { id: 'm2', text: 7 }, { id: 'a b', text: 'x' }, { text: 'x' }, [], { id: 'm2', text: 'x'.repeat(10_001) }]) {
      assert.equal((await handle(postReply(issue.id, token!, wrong))).status, 422)
    }
  })
})
