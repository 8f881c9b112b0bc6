import { expect, nextFrame } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Attachment } from '../../src/core/issue/issue.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import type { Page } from '../../src/desk/page.ts'
import { deskFor, until } from './desk-fixtures.ts'

const picture = (id: string, byte = 1): Attachment => ({ id, name: `${id}.png`, type: 'image/png', size: 4, field: 'files', bytes: new Uint8Array(4).fill(byte).buffer })
const problem = (more: Partial<Draft> = {}): Draft => ({ kind: 'problem', form: 'problem', story: 'The bill is wrong.', ...more })
const bytesOf = (draft: Draft | undefined) => draft?.attachments?.map(({ name, bytes }) => [name, ...new Uint8Array(bytes)])

/** A desk whose backend refuses what it gets, until it is mended; another page over the same store may be loaded. */
function refusing(config: Config = {}, store: Store = { ...createMemoryStore(), durable: true }, details?: () => Record<string, string>) {
  const world = deskFor(config, store)
  const { world: at } = world
  const take = at.answer
  const reading = world.page.reading
  if (details) world.page.reading = async () => ({ ...(await reading()), details }) as Awaited<ReturnType<Page['reading']>>
  at.answer = () => Promise.reject(new TransportError('transport/refused', 'Refused by the test', { retry: 'never', status: 413 }))
  return {
    ...world,
    mend: () => void (at.answer = take),
    /** Sends it, and waits for the refusal. */
    async refused(draft: Draft) {
      const { id, issue } = await world.desk.submit(draft)
      await until(world.desk, state => state.submissions.get(id)?.status === 'refused')
      return { id, issue }
    },
  }
}

/** As soon as something of the store says that. */
async function kept(store: Store, text: string) {
  for (let frame = 0; frame < 300; frame++) {
    if (JSON.stringify(await store.entries('draft:')).includes(text)) return
    await nextFrame()
  }
  throw new Error(`No draft in the store says "${text}"`)
}

describe('A refused issue, brought back into its form', () => {
  it('has its files there after a reload, too, and they go with the correction', async () => {
    const { desk, make, store, refused, mend, taken } = refusing()
    const { id } = await refused(problem({ attachments: [picture('a', 1), picture('b', 2)] }))
    await desk.adopt('problem', id)
    expect(bytesOf(desk.state.drafts.get('problem'))).to.deep.equal([['a.png', 1, 1, 1, 1], ['b.png', 2, 2, 2, 2]])
    await kept(store, id)
    desk.dispose()
    const again = make()
    await again.restore('problem')
    const draft = again.state.drafts.get('problem')!
    expect(draft).to.include({ story: 'The bill is wrong.', replaces: id })
    expect(bytesOf(draft)).to.deep.equal([['a.png', 1, 1, 1, 1], ['b.png', 2, 2, 2, 2]])
    mend()
    await (await again.submit(draft)).receipt
    expect(taken[0]!.attachments!.map(({ name }) => name)).to.deep.equal(['a.png', 'b.png'])
    expect(again.state.drafts.has('problem')).to.equal(false)
    again.dispose()
  })

  it('replaces no draft of an earlier visit to the page: that is offered once the correction has gone', async () => {
    const { desk, make, store, refused, mend } = refusing()
    const { id } = await refused(problem())
    desk.edit('problem', { story: 'The lamp flickers as well', attachments: [picture('c', 3)] })
    await kept(store, 'flickers as well')
    desk.dispose()
    const again = make()
    await again.adopt('problem', id)
    expect(again.state.drafts.get('problem')).to.include({ story: 'The bill is wrong.', replaces: id })
    expect(again.state.drafts.get('problem')!.attachments, 'nothing of the other is mixed in').to.equal(undefined)
    await kept(store, id)
    again.dispose()
    mend()
    const third = make()
    await third.restore('problem')
    await (await third.submit(third.state.drafts.get('problem')!)).receipt
    await until(third, state => !!state.elsewhere?.has('problem'))
    await third.adopt('problem')
    expect(third.state.drafts.get('problem')).to.include({ story: 'The lamp flickers as well' })
    expect(third.state.drafts.get('problem')!.replaces).to.equal(undefined)
    expect(bytesOf(third.state.drafts.get('problem'))).to.deep.equal([['c.png', 3, 3, 3, 3]])
    third.dispose()
  })

  it('does not take the place of a draft that could not be offered again, for want of a page to name', async () => {
    const { desk, refused } = refusing({ capture: { subject: false } })
    const { id } = await refused(problem())
    desk.edit('problem', { story: 'The lamp flickers as well' })
    await desk.adopt('problem', id)
    expect(desk.state.drafts.get('problem')).to.include({ story: 'The lamp flickers as well' })
    expect((await desk.requests()).map(request => [request.id, request.status])).to.deep.equal([[id, 'refused']])
    desk.edit('problem', { story: '' })
    await desk.adopt('problem', id)
    expect(desk.state.drafts.get('problem'), 'an empty one is in nobody’s way').to.include({ story: 'The bill is wrong.' })
    desk.dispose()
  })

  it('is not taken for another one, where nothing can be kept and its own draft is still there', async () => {
    const { desk, refused, store } = refusing({}, createMemoryStore())
    desk.edit('problem', problem({ attachments: [picture('a')] }))
    const { id } = await refused(desk.state.drafts.get('problem')!)
    expect(desk.state.drafts.get('problem')).to.include({ story: 'The bill is wrong.' })
    await Promise.all([desk.adopt('problem', id), desk.adopt('problem', id)])
    expect(desk.state.drafts.get('problem')).to.include({ replaces: id })
    expect(bytesOf(desk.state.drafts.get('problem'))).to.deep.equal([['a.png', 1, 1, 1, 1]])
    await kept(store, id)
    expect(await store.entries('draft:')).to.have.length(1)
    desk.dispose()
  })

  it('stays the step up the ladder that it was, with all that went before, and leaves the form when it has gone', async () => {
    const ladder = [{ id: 'team', name: 'Team', kind: 'message' as const }, { id: 'lead', name: 'Mira', kind: 'email' as const }]
    const { desk, world, mend, taken } = refusing({ ladder })
    const refuse = world.answer
    mend()
    const first = await desk.submit(problem({ filedBy: { role: 'staff', channel: 'phone' } }))
    await first.receipt
    world.answer = refuse
    const step = await desk.escalate(first.id, 'Nobody wrote back')
    await step.receipt.catch(() => {})
    await desk.adopt('problem', step.id)
    mend()
    await (await desk.submit({ ...desk.state.drafts.get('problem')!, story: 'The bill of May is wrong.' })).receipt
    const sent = taken.at(-1)!
    expect(sent.escalation).to.deep.equal({ of: first.id, rung: 'lead', level: 2, reason: 'Nobody wrote back' })
    expect(sent.history).to.deep.equal(step.issue.history)
    expect(sent).to.deep.include({ story: 'The bill of May is wrong.', replaces: step.id, filedBy: { role: 'staff', channel: 'phone' } })
    expect(desk.state.drafts.has('problem')).to.equal(false)
    desk.dispose()
  })

  it('is still a part of the case that it was a part of, and says again that it was written about before', async () => {
    const { desk, refused, mend, taken } = refusing()
    const more = { parent: '01980000-0000-7000-8000-000000000000', repeatOf: '01980000-0000-7000-8000-000000000001', repeats: 2 }
    const { id } = await refused(problem(more))
    await desk.adopt('problem', id)
    mend()
    await (await desk.submit(desk.state.drafts.get('problem')!)).receipt
    expect(taken[0]).to.include({ ...more, replaces: id })
    desk.dispose()
  })

  it('does not take along a detail of the page that the customer took out', async () => {
    const details = [{ name: 'order', label: 'Order', selector: '#order' }, { name: 'total', label: 'Total', selector: '#total' }]
    const { desk, refused, mend, taken } = refusing({ details }, undefined, () => ({ order: '4711', total: '12.00' }))
    const { id, issue } = await refused(problem({ withheld: ['detail:order'] }))
    expect(issue.answers).to.deep.equal({ total: '12.00' })
    await desk.adopt('problem', id)
    mend()
    await (await desk.submit(desk.state.drafts.get('problem')!)).receipt
    expect(taken[0]!.answers).to.deep.equal({ total: '12.00' })
    desk.dispose()
  })

  it('is brought from nowhere: an id nobody knows changes nothing', async () => {
    const { desk } = refusing()
    desk.edit('problem', { story: 'The lamp flickers' })
    await desk.adopt('problem', 'nothing')
    expect(desk.state.drafts.get('problem')).to.include({ story: 'The lamp flickers' })
    desk.dispose()
  })
})
