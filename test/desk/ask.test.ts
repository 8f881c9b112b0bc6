import { expect } from '@open-wc/testing'
import { receiptOf } from '../core/outbox/fixtures.ts'
import { asking, kiln } from './asking-page.ts'

const day = 86_400_000

describe('A question of the owner\'s', () => {
  it('is asked when its moment comes, in the customer\'s language', async () => {
    const { desk, rests, come } = asking([kiln], { locale: 'de-AT' })
    expect(await rests()).to.deep.equal(['kiln'])
    expect(desk.state.ask).to.equal(undefined)
    expect(come('kiln')).to.equal(true)
    expect(desk.state.ask).to.deep.include({ id: 'kiln', scale: 'ces', question: 'War es leicht?', topic: 'orders' })
    await desk.answerAsk('dismissed')
    expect(desk.state.ask).to.equal(undefined)
  })

  it('waits while the panel is open, while another one is asked, and off its pages', async () => {
    const { desk, wait, come } = asking([kiln, { ...kiln, id: 'second' }, { ...kiln, id: 'elsewhere', where: { url: '/checkout' } }])
    await wait()
    desk.open()
    expect(come('kiln')).to.equal(false)
    desk.close()
    expect(come('elsewhere')).to.equal(false)
    expect(come('kiln')).to.equal(true)
    expect(come('second')).to.equal(false)
    expect(desk.state.ask?.id).to.equal('kiln')
  })

  it('gives nobody a reason to keep anything: a question that passes leaves no trace', async () => {
    const { desk, wait, come, opened } = asking([kiln])
    await wait()
    come('kiln')
    await desk.answerAsk('passed')
    expect(opened()).to.equal(0)
    expect(desk.state.storage).to.equal('unknown')
  })

  it('is asked once, also on later pages', async () => {
    const world = asking([kiln])
    await world.wait()
    world.come('kiln')
    await world.desk.answerAsk('dismissed')
    await world.clock.advance(400 * day)
    const later = world.make()
    expect(await world.wait(later)).to.deep.equal([])
    expect(later.state.ask).to.equal(undefined)
  })

  it('is asked as often as the owner says, with days between; and of all questions one a day', async () => {
    const world = asking([{ ...kiln, most: 2, everyDays: 30 }, { ...kiln, id: 'other' }])
    await world.wait()
    world.come('kiln')
    await world.desk.answerAsk('answered')
    expect(await world.wait(world.make())).to.deep.equal([])
    await world.clock.advance(2 * day)
    expect(await world.wait(world.make())).to.deep.equal(['other'])
    await world.clock.advance(29 * day)
    const third = world.make()
    expect(await world.wait(third)).to.deep.equal(['kiln', 'other'])
    world.come('kiln')
    await third.answerAsk('answered')
    await world.clock.advance(60 * day)
    expect(await world.wait(world.make())).to.deep.equal(['other'])
  })

  it('remembers that it passed where the customer has had to do with us', async () => {
    const world = asking([kiln])
    await world.desk.submit({ kind: 'idea', story: 'A lid' })
    await world.wait()
    world.come('kiln')
    await world.desk.answerAsk('passed')
    expect(await world.wait(world.make())).to.deep.equal([])
  })

  it('is for the share of visits the owner says, and a visit does not draw again on its next page', async () => {
    const draw = (share: number) => (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(Math.floor(share * 256))
    const half = { ...kiln, sample: 0.5 }
    expect(await asking([half], { random: draw(0.49) }).wait()).to.deep.equal(['kiln'])
    expect(await asking([half], { random: draw(0.6) }).wait()).to.deep.equal([])
    expect(await asking([{ ...kiln, sample: 0 }], { random: draw(0) }).wait()).to.deep.equal([])
    let drawn = 0
    const world = asking([half], { random: bytes => (bytes.length === 2 && drawn++, draw(0.6)(bytes)) })
    await world.desk.submit({ kind: 'idea', story: 'A lid' })
    await world.wait()
    await world.noted()
    await world.wait(world.make())
    expect(drawn).to.equal(1)
  })

  it('comes after a request was settled, as many days later as the owner says, and names the request', async () => {
    const world = asking([{ ...kiln, when: { resolvedDays: 3 } }])
    expect(await world.wait()).to.deep.equal([])
    const { id, receipt } = await world.desk.submit({ kind: 'problem', story: 'The kettle whistles' })
    await receipt
    expect(await world.wait(world.make())).to.deep.equal([])
    const record = await world.store.get<object>(`request:${id}`)
    const at = new Date(world.clock.now()).toISOString()
    const thread = { id, reference: 'K', status: 'closed', messages: [{ id: 'm', at, from: 'staff', text: 'A new whistle is on its way.' }] }
    await world.store.write({ put: [[`request:${id}`, { ...record, thread }]] })
    await world.clock.advance(2 * day)
    expect(await world.wait(world.make())).to.deep.equal([])
    await world.clock.advance(2 * day)
    const later = world.make()
    expect(await world.wait(later)).to.deep.equal(['kiln'])
    world.come('kiln')
    expect(later.state.ask?.parent).to.equal(id)
  })

  it('looks once a day whether an old request has been settled meanwhile', async () => {
    let reads = 0
    let status: 'open' | 'closed' = 'open'
    const transport = {
      send: async (issue: { id: string }) => receiptOf(issue),
      thread: async ({ id, reference }: { id: string; reference: string }) => (reads++, { id, reference, status, messages: [] }),
    }
    const world = asking([{ ...kiln, when: { resolvedDays: 0 } }], { transport })
    await (await world.desk.submit({ kind: 'problem', story: 'It whistles' })).receipt
    await world.clock.advance(day)
    expect(await world.wait(world.make())).to.deep.equal([])
    await world.noted()
    expect(reads).to.equal(1)
    await world.wait(world.make())
    expect(reads).to.equal(1)
    status = 'closed'
    await world.clock.advance(2 * day)
    expect(await world.wait(world.make())).to.deep.equal(['kiln'])
    expect(reads).to.equal(2)
  })

  it('that is declared wrongly is a problem with a code and is not asked; the others are', async () => {
    const wrong: [unknown, string, string][] = [
      [7, 'ask/no-id', '/asks/0/id'],
      [{ ...kiln, id: '' }, 'ask/no-id', '/asks/0/id'],
      [{ ...kiln, scale: 'star' }, 'ask/unknown-scale', '/asks/0/scale'],
      [{ ...kiln, scale: { toString: 'x' } }, 'ask/unknown-scale', '/asks/0/scale'],
      [{ ...kiln, when: undefined }, 'ask/no-moment', '/asks/0/when'],
      [{ ...kiln, when: { leaving: false } }, 'ask/no-moment', '/asks/0/when'],
      [{ ...kiln, when: { seconds: -1 } }, 'ask/wrong-value', '/asks/0/when/seconds'],
      [{ ...kiln, when: { scrolled: 2 } }, 'ask/wrong-value', '/asks/0/when/scrolled'],
      [{ ...kiln, when: { event: '' } }, 'ask/wrong-value', '/asks/0/when/event'],
      [{ ...kiln, sample: NaN }, 'ask/wrong-value', '/asks/0/sample'],
      [{ ...kiln, most: 0 }, 'ask/wrong-value', '/asks/0/most'],
      [{ ...kiln, everyDays: -3 }, 'ask/wrong-value', '/asks/0/everyDays'],
      [{ ...kiln, question: [] }, 'ask/wrong-value', '/asks/0/question'],
      [{ ...kiln, where: { selector: 3 } }, 'ask/wrong-value', '/asks/0/where/selector'],
    ]
    for (const [ask, code, path] of wrong) {
      const { desk, wait } = asking([ask, { ...kiln, id: 'sound' }])
      const ids = await wait()
      // A list with what is no object at all is not read at all.
      if (typeof ask === 'object' && (ask as { id: unknown }).id !== undefined) expect(ids, path).to.deep.equal(['sound'])
      const codes = desk.state.problems.map(problem => `${problem.code} ${problem.path}`)
      expect(codes.some(found => found === `${code} ${path}` || found === 'config/wrong-value /asks'), `${code} ${path}: ${codes}`).to.equal(true)
    }
    const { desk, wait } = asking([kiln, { ...kiln, scale: 'nps' }])
    expect(await wait()).to.deep.equal(['kiln'])
    expect(desk.state.problems.map(({ code, path }) => [code, path])).to.deep.equal([['ask/same-id', '/asks/1/id']])
  })

  it('is no longer waited for when the desk is put away', async () => {
    const { desk, wait, stopped, until } = asking([kiln])
    await wait()
    desk.dispose()
    await until(() => stopped() > 0)
    expect(stopped()).to.equal(1)
  })
})
