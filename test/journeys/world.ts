import { after, before, describe, it } from 'node:test'
import { startDemo, type Demo, type Interception } from '../../demo/start.ts'
import type { Engine } from '../engines/find-browsers.ts'
import { startBrowser, type Browser } from './driver/browser.ts'
import type { Page } from './driver/page.ts'
import { wantedEngines } from './engine.ts'

/** One attempt to deliver an issue, as the receiver's side saw it. */
export interface Delivery {
  key: string | null
  body: string
  /** Of our answer; undefined when the connection was cut. */
  status: number | undefined
}

type Intercept = (request: Request, proceed: () => Promise<Response>) => Interception | Promise<Interception>

/** What a journey walks through: the demonstration with the real receiver and database, and a browser with empty storage. */
export interface World {
  readonly engine: Engine
  readonly url: string
  readonly demo: Demo
  readonly browser: Browser
  /** The page the journey starts with. */
  readonly page: Page
  /** Every POST of an issue in this journey, oldest first. */
  readonly deliveries: Delivery[]
  /** Stands between the browser and the receiver's `/issues` until the journey ends. */
  interceptIssues(intercept: Intercept): void
  /** How many issues lie in the database. */
  kept(): Promise<number>
}

/** What one engine's journeys of a file share. */
class Ground {
  readonly engine: Engine
  #demo: Demo | undefined
  #deliveries: Delivery[] = []
  #intercept: Intercept | undefined

  constructor(engine: Engine) {
    this.engine = engine
  }

  async open(): Promise<void> {
    this.#demo = await startDemo({ port: 0, data: 'memory', intercept: (request, proceed) => this.#stand(request, proceed) })
  }

  close(): Promise<void> | undefined {
    return this.#demo?.close()
  }

  async #stand(request: Request, proceed: () => Promise<Response>): Promise<Interception> {
    if (new URL(request.url).pathname !== '/issues' || request.method !== 'POST') return undefined
    const delivery: Delivery = { key: request.headers.get('idempotency-key'), body: await request.clone().text(), status: undefined }
    this.#deliveries.push(delivery)
    const answer = (await this.#intercept?.(request, proceed)) ?? (await proceed())
    delivery.status = answer === 'drop' ? undefined : answer.status
    return answer
  }

  /** Walks once, with everything that was left by the walk before swept away. */
  async walk(journey: (world: World) => Promise<void>): Promise<void> {
    const demo = this.#demo!
    this.#deliveries = []
    this.#intercept = undefined
    demo.offline(false)
    // The demonstration's own database, in memory: never one that somebody keeps things in.
    await demo.query('delete from issues')
    const browser = await startBrowser(this.engine)
    try {
      const page = await browser.newPage()
      await this.#tell(page, () => journey({
        engine: this.engine, url: demo.url, demo, browser, page, deliveries: this.#deliveries,
        interceptIssues: intercept => void (this.#intercept = intercept),
        kept: async () => Number((await demo.query('select count(*) as n from issues')).rows[0]?.n),
      }))
    } finally {
      await browser.close()
    }
  }

  /** A journey that fails leaves a picture of where it ended. */
  async #tell(page: Page, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const file = `test-results/failed-${this.engine}-${Date.now()}.png`
      await page.screenshot(file).then(() => console.error(`Picture of the failure: ${file}`), () => {})
      throw error
    }
  }
}

/**
 * Journeys that are walked in every wanted engine, one after the other, each from an empty browser and an empty database.
 * @example journeys('Help', walk => walk('finds an article', async ({ page, url }) => { await page.goto(url) }))
 */
export function journeys(title: string, define: (walk: (what: string, journey: (world: World) => Promise<void>) => void) => void): void {
  for (const engine of wantedEngines) {
    describe(`${title}, in ${engine}`, () => {
      const ground = new Ground(engine)
      before(() => ground.open())
      after(() => ground.close())
      define((what, journey) => void it(what, () => ground.walk(journey)))
    })
  }
}
