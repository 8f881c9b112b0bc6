import type { Article } from '../../src/core/articles/article.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { systemClock, type Clock } from '../../src/core/support/clock.ts'
import type { Transport } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import type { Seams } from '../../src/desk/context.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { Page } from '../../src/desk/page.ts'
import type { DeskState } from '../../src/desk/state.ts'

export const articles: Article[] = [
  { id: 'returns', title: 'Returning a lamp', body: 'Send it back within **30 days**. See [repairs](repairs.md).', format: 'markdown', pages: ['/products/*'] },
  { id: 'repairs', title: 'Repairs', body: 'Every part can be replaced.', format: 'markdown' },
]

/** A backend that takes everything, and remembers it. `answer` may be replaced. */
export function backend() {
  const taken: Issue[] = []
  const receiptFor = (issue: Issue): Receipt => ({ id: issue.id, reference: `E-${taken.length}`, acceptedAt: '2026-11-21T10:00:00.000Z' })
  const world = {
    taken,
    receiptFor,
    answer: (issue: Issue): Promise<Receipt> => (taken.push(issue), Promise.resolve(receiptFor(issue))),
    transport: { send: (issue: Issue) => world.answer(issue) } as Transport,
  }
  return world
}

/** A page that stands still, and can be woken. */
export function stillPage() {
  let wake = () => {}
  const page: Page = {
    reading: async () => ({
      subject: () => ({ url: 'https://shop.example/products/lamp', title: 'Lamp', product: { id: 'L1', name: 'Lamp' } }),
      environment: () => ({ timeZone: 'Europe/Berlin', viewport: [800, 600] }),
    }),
    locale: () => 'en',
    onWake(run) {
      wake = run
      return () => (wake = () => {})
    },
  }
  return { page, wake: () => wake() }
}

let number = 0

/** A desk of its own, in memory, that can be made again over the same store as a reload would. */
export function deskFor(config: Config = {}, store: Store = createMemoryStore(), seams: Seams = {}) {
  const world = backend()
  const surroundings = stillPage()
  const name = `test-${number++}`
  let opened = 0
  const make = (): Desk =>
    createDesk(
      { desk: name, transport: world.transport, articles, ...config },
      { page: surroundings.page, openStore: async () => (opened++, store), storeExists: async () => opened > 0, base: 'https://shop.example/', ...seams },
    )
  return { ...world, ...surroundings, make, store, desk: make(), opened: () => opened, world }
}

/** A clock that stands still until it is put; timers run as ever. */
export function standingClock(start: string): Clock & { set(time: string): void } {
  let now = Date.parse(start)
  return { now: () => now, after: (ms, run) => systemClock.after(ms, run), set: time => void (now = Date.parse(time)) }
}

/** Resolves with the first state that satisfies `test`. */
export function until(desk: Desk, test: (state: DeskState) => boolean): Promise<DeskState> {
  return new Promise(resolve => {
    const leave = desk.subscribe(state => {
      if (!test(state)) return
      resolve(state)
      queueMicrotask(() => leave())
    })
  })
}
