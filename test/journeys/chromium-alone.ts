import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { startDemo, type Demo } from '../../demo/start.ts'
import { chromiumArgs } from '../engines/chromium-args.ts'
import { findBrowser } from '../engines/find-browsers.ts'
import { wantedEngines } from './engine.ts'
import { Watch } from './watch.ts'
import type { Intercept } from './world.ts'

/** Only Chromium tells what it keeps, restores and collects; it alone is asked. */
export const isAsked = wantedEngines.includes('chromium') && findBrowser('chromium') !== undefined

/** A name that is this machine, and no secure place: neither `localhost` nor `https:`. */
export const plainHost = 'shop.test'

/** A browser as its people have it, with the back-forward cache that drivers switch off, before a demonstration of its own. */
export class Alone {
  #demo: Demo | undefined
  #browser: Browser | undefined
  #context: BrowserContext | undefined
  readonly #watch = new Watch({ script: '' })
  intercept: Intercept = () => undefined
  readonly #flags: readonly string[]

  /** @param flags what this browser is started with besides. */
  constructor(...flags: string[]) {
    this.#flags = flags
    after(() => this.close())
  }

  get troubles(): string[] {
    return [...this.#watch.troubles]
  }

  async open(): Promise<{ page: Page; url: string; devtools: CDPSession; port: number }> {
    this.#demo ??= await startDemo({
      port: 0, data: 'memory',
      intercept: async (request, proceed) => {
        const answer = (await this.#watch.answer(request)) ?? (await this.intercept(request, proceed)) ?? (await proceed())
        return answer instanceof Response ? this.#watch.lay(answer) : answer
      },
    })
    const found = findBrowser('chromium')!
    this.#browser ??= await chromium.launch({
      ...(found.kind === 'stock' && { executablePath: found.executable }),
      chromiumSandbox: false, ignoreDefaultArgs: ['--disable-back-forward-cache'], args: [...chromiumArgs, ...this.#flags, `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`],
    })
    await this.#context?.close()
    this.#context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await this.#context.newPage()
    page.setDefaultTimeout(20_000)
    return { page, url: this.#demo.url, port: this.#demo.port, devtools: await this.#context.newCDPSession(page) }
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    await this.#demo?.close()
  }
}
