import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Thread } from '../../src/core/issue/thread.ts'
import { onEachDatabase } from './databases.ts'
import { openInbox } from './open-inbox.ts'
import { getThread, problemOf } from './requests.ts'

onEachDatabase('“this changed because of you”', query => {
  it('reaches each of the customers once, however often it is sent, and leaves closed what is closed', async () => {
    const { send, ask, receiver } = openInbox(query)
    const [one, two, else_] = [await send(), await send(), await send()]
    await ask(`/issues/${two.id}`, 'PATCH', { status: 'closed' })
    const note = { id: 'note', text: 'The lamp does not hum any more.', author: { name: 'Marit' }, issues: [one.id, two.id, one.id] }
    const first = await ask('/notes', 'POST', note)
    assert.deepEqual([first.status, await first.json()], [201, { id: 'note', issues: [one.id, two.id] }])
    assert.equal((await ask('/notes', 'POST', note)).status, 200)
    const thread = async ({ id, token }: { id: string; token: string }) => (await (await receiver.handle(getThread(id, token))).json()) as Thread
    for (const customer of [one, two]) {
      assert.deepEqual((await thread(customer)).messages.map(({ id, kind, text, author }) => [id, kind, text, author?.name]), [['note', 'changed', note.text, 'Marit']])
    }
    assert.deepEqual([(await thread(else_)).messages, (await thread(two)).status], [[], 'closed'])
    // What came to nothing the first time is made up for; whoever has it is left alone.
    assert.equal((await ask('/notes', 'POST', { ...note, issues: [...note.issues, else_.id] })).status, 201)
    assert.deepEqual([(await thread(else_)).messages.length, (await thread(one)).messages.length], [1, 1])
    assert.equal((await problemOf(await ask('/notes', 'POST', { ...note, text: 'Another' }))).errors?.[0]?.pointer, '/id')
  })

  it('is told once in a case, not once for each of its issues', async () => {
    const { send, ask, receiver } = openInbox(query)
    const first = await send()
    const second = await send({ escalation: { of: first.id, rung: 'lead', level: 2 } }, { 'earshot-earlier': first.token })
    const response = await ask('/notes', 'POST', { text: 'Mended for good.', issues: [first.id, second.id] })
    assert.deepEqual(((await response.json()) as { issues: string[] }).issues, [second.id])
    const { messages } = (await (await receiver.handle(getThread(first.id, first.token))).json()) as Thread
    assert.equal(messages.filter(({ kind }) => kind === 'changed').length, 1)
  })

  it('goes to nobody when something is wrong with it', async () => {
    const { send, ask, receiver } = openInbox(query)
    const { id, token } = await send()
    const cases: [note: object, pointer: string][] = [
      [{ text: 'x', issues: [id, 'none'] }, '/issues/1'], [{ text: 'x', issues: [] }, '/issues'], [{ text: 'x' }, '/issues'],
      [{ text: 'x', issues: [7] }, '/issues'], [{ text: 'x', issues: ['a b'] }, '/issues'], [{ text: ' ', issues: [id] }, '/text'],
      [{ text: 'x', issues: Array.from({ length: 201 }, (_, index) => `id-${index}`) }, '/issues'], [{ text: 'x', issues: [id], author: 'Marit' }, '/author'],
    ]
    for (const [note, pointer] of cases) {
      const response = await ask('/notes', 'POST', note)
      assert.deepEqual([response.status, (await problemOf(response)).errors?.[0]?.pointer], [422, pointer])
    }
    assert.deepEqual(((await (await receiver.handle(getThread(id, token))).json()) as Thread).messages, [])
    // Another site's issues do not exist for this one.
    assert.equal((await openInbox(query).ask('/notes', 'POST', { text: 'x', issues: [id] })).status, 422)
  })
})
