import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import type { LookOut, Page, Silence } from '../../src/desk/page.ts'
import { deskFor, stillPage, until } from './desk-fixtures.ts'

const disk = (): Store => ({ ...createMemoryStore(), durable: true })
const failing = (code: string, status?: number) => () =>
  Promise.reject(new TransportError(code, 'No luck', { retry: 'later', ...(status && { status }) }))

/** A desk whose endpoint gives no answer at all, on a page that finds out why. */
function silent(is: Silence) {
  let asked = 0
  const look: LookOut = { why: async () => (asked++, is), stop: () => {} }
  const { page } = stillPage()
  const seeing: Page = { ...page, reading: async () => ({ ...(await page.reading()), lookOut: async () => look }) }
  const fetch = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof globalThis.fetch
  const { desk } = deskFor({ transport: undefined as never, endpoint: 'https://desk.example/issues' }, disk(), { page: seeing, fetch })
  return { desk, asked: () => asked }
}

describe('What waits on the device', () => {
  it('is nothing in the state, before something was sent and once it has arrived', async () => {
    const { desk } = deskFor({}, disk())
    expect(desk.state.queue).to.equal(undefined)
    await (await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })).receipt
    await until(desk, ({ queue, submissions }) => submissions.size === 1 && !queue)
    desk.dispose()
  })

  it('is told in the state with how many, since when, why, and when it is tried next', async () => {
    const { desk, world } = deskFor({}, disk())
    world.answer = failing('transport/busy', 503)
    const before = Date.now()
    await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
    const { queue } = await until(desk, ({ queue }) => queue?.reason === 'busy')
    expect(queue).to.include({ count: 1, refused: 0, reason: 'busy' })
    expect(queue!.since).to.be.within(before, Date.now())
    expect(queue!.nextTry).to.be.greaterThan(queue!.since)
    expect(Object.isFrozen(queue)).to.equal(true)
    desk.dispose()
  })

  it('is there again after a reload, as soon as the desk is awake', async () => {
    const { desk, world, make, wake } = deskFor({}, disk())
    world.answer = failing('transport/failed', 500)
    await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
    await until(desk, ({ queue }) => queue?.reason === 'failing')
    desk.dispose()
    const next = make()
    next.subscribe(() => {})
    wake()
    const { queue } = await until(next, ({ queue }) => queue !== undefined)
    expect(queue).to.include({ count: 1 })
    next.dispose()
  })

  it('says that a person has to act, where nothing goes by itself', async () => {
    const { desk, world } = deskFor({}, disk())
    world.answer = () => Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never', status: 422 }))
    await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
    const { queue } = await until(desk, ({ queue }) => queue?.reason === 'refused')
    expect(queue).to.include({ count: 0, refused: 1 })
    desk.dispose()
  })

  it('is forgotten with the rest', async () => {
    const { desk, world } = deskFor({}, disk())
    world.answer = failing('transport/failed', 500)
    await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
    await until(desk, ({ queue }) => queue !== undefined)
    await desk.forget()
    expect(desk.state.queue).to.equal(undefined)
    desk.dispose()
  })
})

describe('An endpoint that gives no answer at all', () => {
  for (const [is, reason] of [['offline', 'offline'], ['unreachable', 'unreachable'], ['blocked', 'blocked'], ['policy', 'blocked'], ['cors', 'blocked']] as const)
    it(`is told as ${reason}, where the page finds "${is}"`, async () => {
      const { desk, asked } = silent(is)
      await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
      const state = await until(desk, ({ queue }) => queue?.reason === reason && asked() > 0)
      if (reason !== 'blocked') expect(state.problems.map(({ code }) => code)).not.to.include('transport/blocked')
      else await until(desk, ({ problems }) => problems.some(({ code }) => code === 'transport/blocked'))
      desk.dispose()
    })

  it('is not asked after at each attempt: once a minute is enough', async () => {
    const { desk, asked } = silent('blocked')
    await desk.submit({ kind: 'idea', form: 'idea', story: 'Bulbs' })
    await until(desk, ({ queue }) => queue?.reason === 'blocked')
    for (let i = 0; i < 3; i++) await desk.flush()
    expect(desk.state.queue).to.include({ reason: 'blocked' })
    expect(asked()).to.equal(1)
    desk.dispose()
  })
})
