import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumArgs } from '../../test/engines/chromium-args.ts'
import { findBrowser } from '../../test/engines/find-browsers.ts'
import { rightToLeft } from '../../src/locale/message.ts'
import { pseudoLocales, type PseudoLocale } from '../pseudo-locale.ts'
import { startDemo, type Demo } from '../start.ts'
import type { Look } from './look.ts'

/** Wherever it is about eleven now: nobody writes to a shop in the middle of the night. */
function lateMorning(): string {
  const east = ((11 - new Date().getUTCHours() + 36) % 24) - 12
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}

/** The demonstration out of the build, and Chromium to look at it. */
export class Studio {
  readonly demo: Demo
  readonly #browser: Browser
  readonly #tag: { locale: string | undefined }

  private constructor(demo: Demo, browser: Browser, tag: { locale: string | undefined }) {
    this.demo = demo
    this.#browser = browser
    this.#tag = tag
  }

  static async open(dist?: string): Promise<Studio> {
    const found = findBrowser('chromium')
    if (!found) throw new Error('There is no Chromium to take pictures with. Run: node test/engines/install-browsers.ts chromium')
    const tag: { locale: string | undefined } = { locale: undefined }
    const demo = await startDemo({
      data: 'memory',
      ...(dist && { dist }),
      intercept: async (request, proceed) => {
        if (!tag.locale) return undefined
        const pseudo = (pseudoLocales as Record<string, PseudoLocale | undefined>)[tag.locale]
        if (pseudo && new URL(request.url).pathname === '/earshot.json') {
          return Response.json({ ...((await (await proceed()).json()) as object), messages: pseudo.messages })
        }
        if (!request.headers.get('accept')?.includes('text/html')) return undefined
        const answer = await proceed()
        if (answer.status === 304) return answer
        const page = (await answer.text()).replace('<script async src="/earshot.js"', `$& data-locale="${tag.locale}"`)
          .replace('<html lang="en">', `<html lang="${tag.locale}" dir="${rightToLeft.test(tag.locale) ? 'rtl' : 'ltr'}">`)
        return new Response(page, { status: answer.status, headers: answer.headers })
      },
    })
    const browser = await chromium.launch({ executablePath: found.executable, chromiumSandbox: false, args: chromiumArgs })
    return new Studio(demo, browser, tag)
  }

  /** A browser that stored nothing, looking that way. */
  async enter(look: Look, scale = 1): Promise<Page> {
    this.#tag.locale = look.locale
    const context = await this.#browser.newContext({
      viewport: { width: look.width, height: look.height }, deviceScaleFactor: scale, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: lateMorning(),
      colorScheme: look.scheme ?? 'light', ...(look.forcedColors && { forcedColors: 'active' }), hasTouch: look.width < 600, isMobile: look.width < 600,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    if (look.text) {
      await page.addInitScript(size => addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = `${size}%`)), look.text)
    }
    return page
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.demo.close()
  }
}
