import { findBrowser, type Engine } from '../../engines/find-browsers.ts'
import { Page } from './page.ts'
import { startPlaywright } from './playwright-session.ts'
import { startPuppeteer } from './puppeteer-session.ts'
import type { BrowserSession } from './session.ts'
import { startWebDriver } from './webdriver-session.ts'

export interface Browser {
  readonly engine: Engine
  /** A new page in front. All pages of a browser share its storage. */
  newPage(options?: { patience?: number }): Promise<Page>
  /** Ends the browser; its storage is gone. */
  close(): Promise<void>
}

const stock = { chromium: startPlaywright, firefox: startPuppeteer, webkit: startWebDriver }

/** Starts a browser with an empty storage of its own. @throws when this machine has none for the engine. */
export async function startBrowser(engine: Engine): Promise<Browser> {
  const found = findBrowser(engine)
  if (!found) throw new Error(`No browser for ${engine}: run \`node test/engines/install-browsers.ts\``)
  const start = found.kind === 'stock' ? stock[engine] : startPlaywright
  const session: BrowserSession = await start(found)
  return {
    engine,
    newPage: async ({ patience } = {}) => new Page(await session.newPage(), patience),
    close: () => session.close(),
  }
}
