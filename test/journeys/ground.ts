import assert from 'node:assert/strict'
import { startDemo, type Demo, type Interception } from '../../demo/start.ts'
import type { Engine } from '../engines/find-browsers.ts'
import { startBrowser, type Browser } from './driver/browser.ts'
import type { Page } from './driver/page.ts'
import { type Doorway, openDoorway } from './doorway.ts'
import { customersZone, Time } from './time.ts'
import { Watch } from './watch.ts'
import type { Delivery, Intercept, World } from './world.ts'

/** What all journeys in one engine share: the demonstration, its database in memory, and a browser. */
export class Ground {
  readonly engine: Engine
  #demo: Demo | undefined
  #browser: Browser | undefined
  #deliveries: Delivery[] = []
  #intercept: Intercept | undefined
  readonly #time = new Time()
  #watch = new Watch(this.#time)

  constructor(engine: Engine) {
    this.engine = engine
  }

  /** The demonstration and the browser start with the first journey; later ones find them running. */
  async #open(): Promise<{ demo: Demo; browser: Browser }> {
    const demo = (this.#demo ??= await startDemo({
      port: 0, data: 'memory', clock: this.#time.clock, intercept: (request, proceed) => this.#stand(request, proceed),
    }))
    return { demo, browser: await this.browser() }
  }

  /** The one browser of all journeys in this engine. */
  async browser(): Promise<Browser> {
    return (this.#browser ??= await startBrowser(this.engine, { timeZone: customersZone }))
  }

  /** The next journey gets a new browser: nobody knows what state this one is in. */
  async renew(): Promise<void> {
    const browser = this.#browser
    this.#browser = undefined
    await browser?.close()
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    await this.#demo?.close()
  }

  async #stand(request: Request, proceed: () => Promise<Response>): Promise<Interception> {
    const own = await this.#watch.answer(request)
    if (own) return own
    if (new URL(request.url).pathname === '/issues' && request.method === 'POST') return this.#deliver(request, proceed)
    const answer = (await this.#intercept?.(request, proceed)) ?? (await proceed())
    return answer === 'drop' ? answer : this.#watch.lay(answer)
  }

  async #deliver(request: Request, proceed: () => Promise<Response>): Promise<Interception> {
    const delivery: Delivery = { key: request.headers.get('idempotency-key'), body: await request.clone().text(), status: undefined }
    this.#deliveries.push(delivery)
    const answer = (await this.#intercept?.(request, proceed)) ?? (await proceed())
    delivery.status = answer === 'drop' ? undefined : answer.status
    return answer
  }

  /**
   * Walks once: an address where the browser has nothing stored, an empty database, nobody in between. What no page may ever
   * do, break the policy, throw, write an error to the console, fails every journey.
   */
  async walk(journey: (world: World) => Promise<void>): Promise<void> {
    const { demo, browser } = await this.#open()
    this.#deliveries = []
    this.#intercept = undefined
    this.#time.back()
    const watch = (this.#watch = new Watch(this.#time))
    demo.offline(false)
    // The demonstration's own database, in memory: never one that somebody keeps things in.
    await demo.query('delete from issues')
    const doorways = [await openDoorway(demo.port)]
    const [{ url }] = doorways as [Doorway]
    const pages = new Set<Page>()
    const newPage = async () => {
      const page = await browser.newPage({ patience: 15_000 })
      pages.add(page)
      return page
    }
    const closePage = async (page: Page) => {
      pages.delete(page)
      await watch.collect(page)
      await page.close()
    }
    try {
      const page = await newPage()
      await journey({
        engine: this.engine, url, page, newPage, closePage, deliveries: this.#deliveries,
        async elsewhere() {
          const another = await openDoorway(demo.port)
          doorways.push(another)
          return another.url
        },
        intercept: intercept => void (this.#intercept = intercept),
        beforeScripts: script => void (watch.script = `(${script})();`),
        moveTo: moment => this.#time.moveTo(moment, pages),
        offline: demo.offline, troubles: watch.troubles,
        issues: async () => (await demo.query('select body from issues order by seq')).rows.map(({ body }) => body as never),
      })
      for (const open of [...pages]) await closePage(open)
      assert.deepEqual([...watch.troubles], [], 'What no page may do')
    } catch (error) {
      await this.#picture(pages)
      await this.renew()
      throw error
    } finally {
      for (const doorway of doorways) await doorway.close()
    }
  }

  /** A journey that fails leaves a picture of where it ended. */
  async #picture(pages: Iterable<Page>): Promise<void> {
    for (const page of pages) {
      const file = `test-results/failed-${this.engine}-${Date.now()}.png`
      await page.screenshot(file).then(() => console.error(`Picture of the failure: ${file}`), () => {})
    }
  }
}
