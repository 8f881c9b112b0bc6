import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { startDemo, type Demo } from '../../../demo/start.ts'
import { chromiumArgs } from '../../engines/chromium-args.ts'
import { findBrowser } from '../../engines/find-browsers.ts'

export interface Visit {
  page: Page
  context: BrowserContext
  devtools: CDPSession
  close(): Promise<void>
}

export interface VisitOptions {
  /** Serve the page without our script tag. */
  without?: boolean
  /** How many times slower the processor is made. Default 1. */
  slowdown?: number
  /** Runs before the page's own scripts. */
  before?: () => void
  /** A browser that has been somewhere before. Default: one that stored nothing. */
  context?: BrowserContext
  /** Default the product page of the demonstration that has most on it. */
  path?: string
}

const tag = /<script async src="\/earshot\.js"[^>]*><\/script>/

/** The demonstration out of the build, and Chromium, for as long as a run takes. */
export class Stage {
  readonly demo: Demo
  readonly #browser: Browser
  readonly #page: { without: boolean }

  private constructor(demo: Demo, browser: Browser, page: { without: boolean }) {
    this.demo = demo
    this.#browser = browser
    this.#page = page
  }

  /** @param dist The folder of the build. Default: the repository's. */
  static async open(dist?: string): Promise<Stage> {
    const found = findBrowser('chromium')
    if (!found) throw new Error('There is no Chromium to measure in. Run: node test/engines/install-browsers.ts chromium')
    const page = { without: false }
    const demo = await startDemo({
      data: 'memory',
      ...(dist && { dist }),
      intercept: async (request, proceed) => {
        if (!page.without || !request.headers.get('accept')?.includes('text/html')) return undefined
        const answer = await proceed()
        if (answer.status === 304) return answer
        const html = await answer.text()
        if (!tag.test(html)) throw new Error(`${request.url} has no script tag to leave out`)
        return new Response(html.replace(tag, ''), { status: answer.status, headers: answer.headers })
      },
    })
    const browser = await chromium.launch({ executablePath: found.executable, chromiumSandbox: false, args: chromiumArgs })
    return new Stage(demo, browser, page)
  }

  /** Goes to a page, in a browser that stored nothing unless it says otherwise; answers when the document has loaded. */
  async visit({ without = false, slowdown = 1, before, path = '/products/heron/', context: known }: VisitOptions = {}): Promise<Visit> {
    this.#page.without = without
    const context = known ?? await this.#browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    if (before) await page.addInitScript(before)
    if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(this.demo.url + path)
    return { page, context, devtools, close: () => context.close() }
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.demo.close()
  }
}
