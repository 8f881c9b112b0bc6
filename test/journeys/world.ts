import { after, describe, it } from 'node:test'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Interception } from '../../demo/start.ts'
import type { Engine } from '../engines/find-browsers.ts'
import type { Page } from './driver/page.ts'
import { wantedEngines } from './engine.ts'
import { Ground } from './ground.ts'

/** One attempt to deliver an issue, as the receiver's side saw it. */
export interface Delivery {
  key: string | null
  body: string
  /** Of our answer; undefined when the connection was cut. */
  status: number | undefined
}

export type Intercept = (request: Request, proceed: () => Promise<Response>) => Interception | Promise<Interception>

/** What a journey walks through: the demonstration with the real receiver and database, and a browser that stored nothing of it. */
export interface World {
  readonly engine: Engine
  /** Of the shop, without a slash at the end. */
  readonly url: string
  /** The page the journey starts with. */
  readonly page: Page
  /** Another page of the same browser: what the first one stored is there. */
  newPage(): Promise<Page>
  closePage(page: Page): Promise<void>
  /** Another address of the same shop, as on another device: nothing that was stored at `url` is there. */
  elsewhere(): Promise<string>
  /** Every POST of an issue in this journey, oldest first. */
  readonly deliveries: Delivery[]
  /** Stands between the browser and the demonstration until the journey ends. */
  intercept(intercept: Intercept): void
  /** Runs in every page before its own scripts, under the page's own policy. It travels as text: no closures. */
  beforeScripts(script: () => void): void
  /** What a page did that none may do; whatever is in it at the end fails the journey. */
  readonly troubles: Set<string>
  /**
   * Moves the time, ISO 8601, for the receiver, the inbox and the pages: from there it flows on. What is timed in an open page is
   * not hurried: whoever wants to see what has come due comes back to the page. To be moved for the first time before a page is opened.
   */
  moveTo(moment: string): Promise<void>
  /** Pulls the cable, or puts it back. */
  offline(off: boolean): void
  /** What lies in the database, oldest first. */
  issues(): Promise<Issue[]>
}

export type Walk = (what: string, journey: (world: World) => Promise<void>) => void

const grounds = new Map(wantedEngines.map(engine => [engine, new Ground(engine)]))

/** What the journeys in an engine share, for those that need other ground under it than the demonstration. */
export const groundOf = (engine: Engine): Ground => grounds.get(engine)!

// In one process for all files (`--experimental-test-isolation=none`) each browser starts only once.
after(async () => {
  for (const ground of grounds.values()) await ground.close()
})

/**
 * Journeys that are walked in every wanted engine, one after the other, each with an empty storage and an empty database.
 * @example journeys('Help', walk => walk('finds an article', async ({ page, url }) => { await page.goto(url) }))
 */
export function journeys(title: string, define: (walk: Walk, engine: Engine) => void): void {
  for (const [engine, ground] of grounds) {
    describe(`${title}, in ${engine}`, () => define((what, journey) => void it(what, () => ground.walk(journey)), engine))
  }
}
