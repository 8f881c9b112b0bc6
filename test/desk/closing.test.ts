import { expect } from '@open-wc/testing'
import type { Message } from '../../src/core/issue/thread.ts'
import { day } from '../../src/core/support/clock.ts'
import { reduceAsks } from '../../src/desk/reduce-asks.ts'
import { firstState, next } from '../../src/desk/reduce.ts'
import { reduceThreads } from '../../src/desk/reduce-threads.ts'
import type { Closing } from '../../src/desk/state.ts'
import { until } from './desk-fixtures.ts'
import { staff, threaded } from './thread-fixtures.ts'

const at = (ms: number) => new Date(ms).toISOString()

/** One request that was answered, and is done; the page is looked at again so many days later. */
async function settled(days: number, message: Partial<Message> = {}, holdsAfterDays?: number | false) {
  const world = threaded(holdsAfterDays === undefined ? {} : { holdsAfterDays })
  const id = await world.sent()
  world.say(id, staff('done', { at: at(world.clock.now()), ...message }))
  world.close(id)
  await world.clock.advance(days * day)
  await world.desk.requests()
  const look = (desk = world.desk) => {
    desk.subscribe(() => {})
    world.wake()
  }
  return { ...world, id, look }
}

describe('The end of the loop', () => {
  it('is told once: this changed because of you', async () => {
    const world = await settled(1, { kind: 'changed', text: 'Every whistle has a new lid.' })
    world.look()
    const { closing } = await until(world.desk, state => !!state.closing)
    expect([closing?.type, closing?.issue, closing?.summary, closing?.message.text]).to.deep.equal(['changed', world.id, 'The kettle whistles at night', 'Every whistle has a new lid.'])
    let kept: unknown
    world.desk.subscribe(state => {
      if (!state.closing) kept ??= disk.told
    })
    const disk = { told: false }
    const { write } = world.store
    world.store.write = async changes => {
      await write(changes)
      disk.told ||= changes.put?.some(([key]) => key === `request:${world.id}`) ?? false
    }
    await world.desk.answerClosing('seen')
    expect(kept, 'kept before it is gone from the screen').to.equal(true)
    expect([world.desk.state.closing, world.replies]).to.deep.equal([undefined, []])
    expect((await world.store.get<{ told: string[] }>(`request:${world.id}`))?.told).to.deep.equal(['done'])
    world.desk.dispose()
  })

  it('asks a week later whether it holds, and tells the staff; not a second time', async () => {
    const world = await settled(7)
    world.look()
    expect((await until(world.desk, state => !!state.closing)).closing?.type).to.equal('holds')
    await world.desk.answerClosing('holds')
    await world.count(world.replies, 1)
    expect(world.replies.map(({ kind, text }) => [kind, text])).to.deep.equal([['holds', '']])
    expect((await world.store.get<{ told: string[] }>(`request:${world.id}`))?.told).to.deep.equal(['holds:done'])
    world.desk.dispose()
  })

  it('waits for an answer again where it does not hold', async () => {
    const world = await settled(7)
    world.look()
    await until(world.desk, state => !!state.closing)
    await world.desk.answerClosing('holds-not')
    await world.count(world.replies, 1)
    expect(world.replies[0]?.kind).to.equal('holds-not')
    expect((await world.store.get<{ thread: { status: string } }>(`request:${world.id}`))?.thread.status).to.equal('open')
    world.desk.dispose()
  })

  it('comes back another day where it was put off', async () => {
    const world = await settled(7)
    world.look()
    await until(world.desk, state => !!state.closing)
    await world.desk.answerClosing('later')
    // Looked at again and answered by now: nothing is asked of somebody who said later.
    await world.desk.seen(world.id)
    expect(world.desk.state.closing).to.equal(undefined)
    await world.clock.advance(day)
    world.look()
    expect((await until(world.desk, state => !!state.closing)).closing?.type).to.equal('holds')
    world.desk.dispose()
  })

  it('asks neither too early, nor months later, nor where the owner does not want it', async () => {
    for (const [days, setting] of [[6, undefined], [90, undefined], [7, false], [13, 14]] as const) {
      const world = await settled(days, {}, setting)
      await world.desk.seen(world.id)
      expect([days, setting, world.desk.state.closing]).to.deep.equal([days, setting, undefined])
      world.desk.dispose()
    }
  })

  it('is one question at a time: none beside one of the owner’s, and none of those beside it', () => {
    const closing: Closing = { type: 'holds', issue: 'a', message: staff('m') }
    const asked = next(firstState, { type: 'asked', ask: { id: 'kiln', when: {} } }, reduceAsks)
    expect(next(asked, { type: 'closingFound', closing }, reduceThreads)).to.equal(asked)
    const closed = next(firstState, { type: 'closingFound', closing }, reduceThreads)
    expect(closed.closing).to.equal(closing)
    expect(next(closed, { type: 'asked', ask: { id: 'kiln', when: {} } }, reduceAsks)).to.equal(closed)
    expect(next(closed, { type: 'closingFound', closing: { ...closing } }, reduceThreads)).to.equal(closed)
  })
})
