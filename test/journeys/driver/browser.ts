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

export interface BrowserOptions {
  /** IANA name. Default: the machine's. */
  timeZone?: string
}

const stock = { chromium: startPlaywright, firefox: startPuppeteer, webkit: startWebDriver }

/**
 * Whether this machine's driver of an engine really taps, for `Page.phone`. WebKitGTK's takes a finger's actions and presses with
 * the mouse; Playwright's own Firefox and WebKit would have to be told before they make a page.
 */
export const canTap = (engine: Engine): boolean => engine === 'chromium' || (engine === 'firefox' && findBrowser(engine)?.kind === 'stock')

/** Starts a browser with an empty storage of its own. @throws when this machine has none for the engine. */
export async function startBrowser(engine: Engine, { timeZone }: BrowserOptions = {}): Promise<Browser> {
  const found = findBrowser(engine)
  if (!found) throw new Error(`No browser for ${engine}: run \`node test/engines/install-browsers.ts\``)
  const start = found.kind === 'stock' ? stock[engine] : startPlaywright
  const session: BrowserSession = await start(found, timeZone === undefined ? {} : { TZ: timeZone })
  return {
    engine,
    newPage: async ({ patience } = {}) => new Page(await session.newPage(), patience),
    close: () => session.close(),
  }
}
