import { expect } from '@open-wc/testing'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import { day } from '../../src/core/support/clock.ts'
import { type Transport, TransportError } from '../../src/core/transports/transport.ts'
import { until } from './desk-fixtures.ts'
import { staff, threaded } from './thread-fixtures.ts'

const seconds = 1_000

/** Half a minute after something was sent, its thread is read for the first time. */
async function firstRead(world: ReturnType<typeof threaded>) {
  await world.clock.awaited(30 * seconds)
  await world.clock.advance(30 * seconds)
}

describe('The thread of a request', () => {
  it('is read half a minute after it was sent, then ever less often, and every ten minutes in the end', async () => {
    const world = threaded()
    const id = await world.sent()
    let reads = 0
    for (const wait of [30, 60, 120, 240, 480, 600, 600]) {
      await world.clock.awaited(wait * seconds)
      expect(world.reads).to.have.length(reads)
      await world.clock.advance(wait * seconds)
      await world.count(world.reads, ++reads)
    }
    expect(new Set(world.reads)).to.deep.equal(new Set([id]))
    world.desk.dispose()
  })

  it('is read also where something else was sent right before it', async () => {
    const world = threaded()
    // What is asked about it comes after what its arrival set off.
    await world.desk.seen(await world.sent('', { kind: 'rating', rating: { scale: 'csat', value: 4, max: 5 } }))
    await world.clock.advance(1 * seconds)
    const id = await world.sent()
    await world.clock.awaited(29 * seconds)
    await world.clock.advance(29 * seconds)
    await world.count(world.reads, 1)
    expect(world.reads).to.deep.equal([id])
    world.desk.dispose()
  })

  it('shows what is new, and counts it until it was seen, here and after a reload', async () => {
    const world = threaded()
    const id = await world.sent()
    world.say(id, staff('a'), staff('b'))
    await firstRead(world)
    const news = await until(world.desk, state => !!state.unread?.size)
    expect([news.unread?.get(id), news.threads?.get(id)?.messages.map(({ text }) => text)]).to.deep.equal([2, ['Answer a', 'Answer b']])
    expect((await world.desk.requests())[0]?.unread).to.equal(2)
    await world.desk.seen(id)
    expect(world.desk.state.unread?.size).to.equal(0)
    world.desk.dispose()
    const again = world.make()
    expect((await again.requests()).map(({ unread }) => unread)).to.deep.equal([undefined])
    again.dispose()
  })

  it('is waited for with news as at first', async () => {
    const world = threaded()
    const id = await world.sent()
    await firstRead(world)
    await world.clock.awaited(60 * seconds)
    world.say(id, staff('a'))
    await world.clock.advance(60 * seconds)
    await world.clock.awaited(30 * seconds)
    expect(world.desk.state.unread?.get(id)).to.equal(1)
    world.desk.dispose()
  })

  it('is left alone while the page cannot be seen, and read when it can', async () => {
    const world = threaded()
    const id = await world.sent()
    await world.clock.awaited(30 * seconds)
    world.world.visible = false
    await world.clock.advance(3_600 * seconds)
    expect(world.reads).to.deep.equal([])
    world.world.visible = true
    world.desk.subscribe(() => {})
    world.wake()
    await world.count(world.reads, 1)
    expect(world.reads).to.deep.equal([id])
    world.desk.dispose()
  })

  it('is read by the next page when it is time, not at once', async () => {
    const world = threaded()
    await world.sent()
    await firstRead(world)
    await world.clock.awaited(60 * seconds)
    world.desk.dispose()
    await world.clock.advance(20 * seconds)
    const next = world.make()
    next.subscribe(() => {})
    world.wake()
    await world.clock.awaited(40 * seconds)
    expect(world.reads).to.have.length(1)
    await world.clock.advance(40 * seconds)
    await world.count(world.reads, 2)
    next.dispose()
  })

  it('keeps what was accepted while it was being read', async () => {
    let begun = () => {}
    let goOn = () => {}
    const reading = new Promise<void>(resolve => (begun = resolve))
    const gate = new Promise<void>(resolve => (goOn = resolve))
    const { desk, sent, threads, clock } = threaded({
      transport: {
        thread: async ({ id }: Receipt) => {
          const read = structuredClone(threads.get(id)!)
          begun()
          await gate
          return read
        },
      } as Partial<Transport> as Transport,
    })
    const id = await sent()
    // Two a second, no more.
    await clock.advance(seconds)
    const list = desk.requests()
    await reading
    await (await desk.reply(id, 'One more thing')).receipt
    goOn()
    expect((await list)[0]!.thread!.messages.map(({ text }) => text)).to.deep.equal(['One more thing'])
  })

  it('that the backend does not open is not asked for again; one in trouble is left in peace as long as it says', async () => {
    const world = threaded()
    await world.sent()
    world.world.fail = new TransportError('transport/busy', 'Busy', { retry: 'later', afterMs: 900 * seconds })
    await firstRead(world)
    await world.clock.awaited(900 * seconds)
    world.world.fail = new TransportError('transport/refused', 'Not with this key', { retry: 'never', status: 401 })
    await world.clock.advance(900 * seconds)
    await world.count(world.reads, 2)
    await world.clock.advance(day)
    expect(world.reads).to.have.length(2)
    world.desk.dispose()
  })

  it('is not followed for a tap on a star, after sixty days, and once nothing is kept any more', async () => {
    const world = threaded()
    await world.sent('', { kind: 'rating', rating: { scale: 'csat', value: 4, max: 5 } })
    await world.clock.advance(1_000)
    // Nobody looks until they are old.
    world.world.visible = false
    const old = await world.sent()
    await world.clock.advance(61 * day)
    world.world.visible = true
    const fresh = await world.sent('The lid is loose')
    await firstRead(world)
    await world.count(world.reads, 1)
    expect([world.reads, old === fresh]).to.deep.equal([[fresh], false])
    await world.desk.forget()
    expect([world.desk.state.threads?.size, world.desk.state.unread?.size]).to.deep.equal([0, 0])
    await world.clock.advance(day)
    expect(world.reads).to.deep.equal([fresh])
    world.desk.dispose()
  })

  it('is heard of at once where the backend tells by itself and the requests are on the screen; not after the panel was closed', async () => {
    const watched: { receipt: Receipt; news: () => void; signal: AbortSignal }[] = []
    let begun = () => {}
    const begins = new Promise<void>(resolve => (begun = resolve))
    const world = threaded({
      transport: {
        send: undefined as never,
        watch: (receipt, news, { signal }) => {
          watched.push({ receipt, news, signal })
          begun()
          return new Promise(() => {})
        },
      },
    })
    const id = await world.sent()
    world.threads.set(id, { ...world.threads.get(id)!, live: true })
    world.desk.open({ name: 'requests' })
    await world.desk.requests()
    await begins
    world.say(id, staff('a'))
    watched[0]!.news()
    const state = await until(world.desk, ({ unread }) => !!unread?.size)
    expect([state.unread?.get(id), watched[0]!.receipt.id]).to.deep.equal([1, id])
    world.desk.close()
    expect(watched.map(({ signal }) => signal.aborted)).to.deep.equal([true])
    world.desk.dispose()
  })
})
