import { systemClock, type Clock } from '../../src/core/support/clock.ts'
import type { Page } from './driver/page.ts'

/** Where the customers of all journeys are; the shop is in Berlin. */
export const customersZone = 'America/New_York'

/** Runs in a page: what it takes for the time goes on from another moment. It travels as text: no closures. */
function shiftDate(ms: number) {
  const key = Symbol.for('earshot.journeys.time')
  const all = globalThis as unknown as Record<symbol, { ms: number } | undefined>
  const shifted = all[key]
  if (shifted) {
    shifted.ms = ms
    return
  }
  const shift = (all[key] = { ms })
  const { now } = Date
  const here = () => now() + shift.ms
  Date.now = here
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [here()], made) as Date,
    apply: target => new target(here()).toString(),
  })
}

/** The time of one journey: it flows as ever, from wherever it is moved to, for the receiver, the inbox and the pages alike. */
export class Time {
  #ms = 0
  readonly clock: Clock = { now: () => Date.now() + this.#ms, after: systemClock.after }

  /** Runs first in each page that is opened from now on; nothing where time was left alone. */
  get script(): string {
    return this.#ms ? `(${shiftDate})(${this.#ms});` : ''
  }

  back(): void {
    this.#ms = 0
  }

  /** @param moment as ISO 8601 */
  async moveTo(moment: string, pages: Iterable<Page>): Promise<void> {
    this.#ms = Date.parse(moment) - Date.now()
    for (const page of pages) await page.evaluate(shiftDate, this.#ms)
  }
}
