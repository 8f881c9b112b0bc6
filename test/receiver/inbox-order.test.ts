import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from './databases.ts'
import { openInbox, type List } from './open-inbox.ts'

onEachDatabase('the order of the inbox', query => {
  const open = () => openInbox(query, {}, { answersWithin: 10 })

  it('is the next promise first: what is late on top, then what is open, then the rest', async () => {
    const { send, ask, ids, clock } = open()
    const promise = async (story: string, expectBy?: string | null, status = 'open') => {
      const { id } = await send({ story })
      await ask(`/issues/${id}`, 'PATCH', { status, ...(expectBy !== undefined && { expectBy }) })
      return id
    }
    const later = await promise('later', '2026-11-25T09:00:00Z')
    const done = await promise('done', '2026-11-01T09:00:00Z', 'closed')
    const late = await promise('late', '2026-11-20T09:00:00Z')
    const gap = (await send({ kind: 'gap' })).id
    const none = await promise('nothing promised', null)
    const soon = await promise('soon', '2026-11-23T09:00:00Z')
    // The same promise as an earlier one: who has waited longer comes first.
    const soonToo = await promise('soon, too', '2026-11-23T09:00:00Z')
    const answered = await promise('answered', '2026-11-23T09:00:00Z', 'answered')
    clock.pass(1)
    const order = [late, soon, soonToo, later, none, gap, answered, done]
    assert.deepEqual(await ids('order=promise'), order)
    assert.deepEqual(await ids('order=newest'), [answered, soonToo, soon, none, gap, late, done, later])
    assert.deepEqual(await ids(), await ids('order=newest'))
    assert.deepEqual(await ids('order=promise&status=open'), order.slice(0, 6))
  })

  it('shows each issue once, page by page, also when one of them is answered meanwhile', async () => {
    const { send, ask, read } = open()
    const sent = []
    for (let number = 0; number < 12; number++) {
      const { id } = await send({ story: `Story ${number}` })
      await ask(`/issues/${id}`, 'PATCH', { expectBy: new Date(Date.UTC(2026, 10, 24, 12 - number)).toISOString(), ...(number % 4 === 0 && { status: 'closed' }) })
      sent.push(id)
    }
    const all = (await read<List>('/issues?order=promise')).issues.map(({ id }) => id)
    assert.deepEqual(all.slice(0, 9), sent.filter((_, number) => number % 4 !== 0).reverse())
    const seen: string[] = []
    let next: string | undefined
    do {
      const page: List = await read<List>(`/issues?order=promise&limit=5${next ? `&before=${next}` : ''}`)
      seen.push(...page.issues.map(({ id }) => id))
      // The row that the next page begins behind moves to the end.
      if (!next) await ask(`/issues/${seen.at(-1)}`, 'PATCH', { status: 'closed' })
      next = page.next
    } while (next)
    assert.deepEqual(seen.slice(0, 9), all.slice(0, 9))
    assert.deepEqual(new Set(seen), new Set(all))
  })

  it('says what is wrong with an order or a cursor', async () => {
    const { ask } = open()
    for (const wrong of ['order=oldest', 'order=promise&before=7', 'before=0.1.2', "order=promise&before=0.1.2'", 'order=promise&before=0..2']) {
      assert.equal((await ask(`/issues?${wrong}`)).status, 400, wrong)
    }
  })
})
