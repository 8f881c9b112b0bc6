import type { Article } from '../../src/core/articles/article.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Config } from '../../src/desk/config.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import type { Page, Trouble, WatchOptions } from '../../src/desk/page.ts'
import { stillPage, until } from './desk-fixtures.ts'

export const articles: Article[] = [
  { id: 'postcode', title: 'The checkout does not accept my postcode', body: 'Look at the **country** first.', format: 'markdown', pages: ['/checkout'], signals: ['field-invalid'] },
  { id: 'card', title: 'Card declined', body: 'Nothing was charged.', format: 'markdown', pages: ['/checkout'], signals: ['field-invalid', 'request-failed'] },
  { id: 'size', title: 'Find your shoe size', body: 'Measure your foot in the evening. The size stands in the shoe.', format: 'markdown' },
  { id: 'slow', title: 'The page is slow', body: 'Wait a minute.', format: 'markdown', signals: ['request-slow'] },
]

export const trouble = (given: Partial<Trouble> = {}): Trouble => ({ type: 'field-invalid', name: '', around: '', matches: () => false, ...given })
export const postcode = trouble({ name: 'Postcode', around: 'Where it goes. Checkout', element: { selector: '#code', text: 'Postcode' }, matches: selector => selector === '#code' })

let number = 0

/** A desk on a page whose trouble the test makes up. `visit` is a page of the same customer, over the same device. */
export function customer({ optedOut = false } = {}) {
  const store = createMemoryStore()
  let opened = 0
  let now = 1_790_000_000_000
  const clock = { now: () => now, after: (ms: number, run: () => void) => ((timer => () => clearTimeout(timer))(setTimeout(run, Math.min(ms, 1)))) }
  const visit = async (config: Config = {}, path = '/checkout') => {
    const still = stillPage()
    let report: (trouble: Trouble) => void = () => {}
    let options: WatchOptions | undefined
    let stopped = false
    let watched = () => {}
    const ready = new Promise<void>(resolve => (watched = resolve))
    const page: Page = {
      ...still.page,
      reading: async () => ({ subject: () => ({ url: `https://shop.example${path}`, title: 'Shop' }), environment: () => ({}) }),
      async watch(given, tell) {
        options = given
        report = tell
        watched()
        return { optedOut, stop: () => (stopped = true) }
      },
    }
    const desk = createDesk(
      { desk: `signals-${number++}`, articles, transport: { send: () => new Promise(() => {}) }, ...config },
      { page, clock, openStore: async () => (opened++, store), storeExists: async () => opened > 0, base: 'https://shop.example/' },
    )
    desk.subscribe(() => {})
    still.wake()
    const calm = async () => {
      for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setTimeout(resolve, 1))
    }
    return { desk, ready, calm, tell: (given: Trouble) => report(given), options: () => options, stopped: () => stopped }
  }
  return { visit, store, opened: () => opened, sleep: (ms: number) => void (now += ms) }
}

/** Reports the trouble; resolves with what is offered for it. */
export const offered = async ({ desk, ready, tell }: Awaited<ReturnType<ReturnType<typeof customer>['visit']>>, given: Trouble) => {
  await ready
  tell(given)
  return (await until(desk, state => state.offer !== undefined)).offer!
}
