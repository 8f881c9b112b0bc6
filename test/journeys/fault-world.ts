import assert from 'node:assert/strict'
import { open } from '../chaos/honest-store.ts'
import { openChaos, type ChaosServer } from '../chaos/chaos-server.ts'
import type { Chaos } from '../chaos/in-page.ts'
import { bytesOf, type Lane, type Told } from '../chaos/lane.ts'
import { chaosFiles, plainPage, type PageSettings } from '../chaos/page.ts'
import type { Engine } from '../engines/find-browsers.ts'
import type { Page } from './driver/page.ts'
import { Time } from './time.ts'
import { Watch } from './watch.ts'
import { groundOf } from './world.ts'

/** A page's own handle on the host's script in it. */
export type InPage = { chaos: Chaos }

/** A browser before a server that does as it is told: an origin where nothing is stored, and nobody in between. */
export interface FaultWorld {
  readonly engine: Engine
  readonly server: ChaosServer
  /** How the page is served from now on. */
  serve(settings: Partial<PageSettings>): void
  /** A new page in front with the host's script ready in it. */
  newPage(): Promise<Page>
  closePage(page: Page): Promise<void>
  beforeScripts(script: () => void): void
  /** As in journeys: to be moved for the first time before a page is opened. */
  moveTo(moment: string): Promise<void>
  /** What a page did that none may do. */
  readonly troubles: Set<string>
  /** What the page was told is there once, with the same key and bytes each time, and nothing else of this lane. */
  assertOnce(lane: Lane, told: Told): Promise<void>
  /** Closes the pages. @throws for what no page and no client may do. */
  settle(): Promise<void>
  close(failed?: boolean): Promise<void>
}

export async function openFaultWorld(engine: Engine): Promise<FaultWorld> {
  const ground = groundOf(engine)
  const browser = await ground.browser()
  const time = new Time()
  const watch = new Watch(time)
  const pages = new Set<Page>()
  let settings = plainPage
  const server = await openChaos(chaosFiles(() => settings, request => watch.answer(request)))

  const closePage = async (page: Page) => {
    pages.delete(page)
    await watch.collect(page)
    await page.close()
  }
  return {
    engine, server, closePage,
    troubles: watch.troubles,
    serve: change => void (settings = { ...plainPage, ...change }),
    async newPage() {
      const page = await browser.newPage({ patience: 15_000 })
      pages.add(page)
      await ready(page, server.url)
      return page
    },
    beforeScripts: script => void (watch.script = `(${script})();`),
    moveTo: moment => time.moveTo(moment, pages),
    async assertOnce(lane, told) {
      const effects = server.store.effects.filter(({ lane: name }) => name === lane.name)
      assert.deepEqual(effects.map(({ key }) => key), [told.id], `${lane.name} is there once`)
      const { issue, files } = await open(effects[0]!)
      assert.equal(issue, told.issue, `${lane.name}: the very characters`)
      const bytes = bytesOf(lane)
      assert.deepEqual([...files.keys()], bytes ? ['file-1'] : [])
      if (bytes) assert.ok(files.get('file-1')!.equals(bytes), `${lane.name}: the very bytes of its file`)
      const keys = new Set(server.attempts.filter(({ lane: name }) => name === lane.name).map(({ key }) => key))
      assert.deepEqual([...keys], [told.id], `${lane.name}: one key for life`)
    },
    async settle() {
      for (const page of [...pages]) await closePage(page)
      assert.deepEqual(server.store.violations, [])
      assert.deepEqual([...watch.troubles], [], 'What no page may do')
    },
    async close(failed = false) {
      server.offline(false)
      for (const page of [...pages]) await closePage(page).catch(() => {})
      await server.close()
      if (failed) await ground.renew()
    },
  }
}

/** Opens a page of the chaos server, and waits until its host's script is there. */
export async function ready(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`)
  await page.until('the host’s script is there', () => page.evaluate(() => 'chaos' in window))
}
