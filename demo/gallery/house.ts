import { chromium, type Browser, type Page } from 'playwright-core'
import { join, resolve } from 'node:path'
import { chromiumArgs } from '../../test/engines/chromium-args.ts'
import { findBrowser } from '../../test/engines/find-browsers.ts'
import { installed, type NpmFolder } from '../../test/package/npm-folder.ts'
import { startDemo, type Demo } from '../start.ts'
import { gallery } from './gallery.ts'
import type { Host } from './hosts.ts'

const packages: NpmFolder = { name: 'gallery', files: '*.{html,css,json}' }
const built = resolve(import.meta.dirname, '../../dist')

/** How a page of the gallery is looked at. */
export interface View {
  host?: Host
  theme?: string
  lang?: string
  scheme?: 'light' | 'dark'
  phone?: boolean
  /** Nothing of ours in the page but the launcher. */
  bare?: boolean
}

/** The gallery, with what npm has for it, and Chromium to look at it. */
export class House {
  readonly demo: Demo
  readonly browser: Browser

  private constructor(demo: Demo, browser: Browser) {
    this.demo = demo
    this.browser = browser
  }

  /** The gallery alone. */
  static start(dist = built, port = 0): Promise<Demo> {
    return startDemo({ port, data: 'memory', dist, intercept: gallery(join(installed(packages), 'node_modules'), join(dist, 'themes')) })
  }

  static async open(dist?: string): Promise<House> {
    const found = findBrowser('chromium')
    if (!found) throw new Error('There is no Chromium to look with. Run: node test/engines/install-browsers.ts chromium')
    const demo = await House.start(dist)
    return new House(demo, await chromium.launch({ executablePath: found.executable, chromiumSandbox: false, args: chromiumArgs }))
  }

  /** A page of the gallery in a browser that stored nothing, with the same font on every machine unless a host brings its own. */
  async enter({ host = 'none', theme = '', lang = '', scheme = 'light', phone = false, bare = false }: View): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: phone ? { width: 390, height: 720 } : { width: 960, height: 720 }, reducedMotion: 'reduce', colorScheme: scheme,
      locale: 'en-GB', hasTouch: phone, isMobile: phone,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${this.demo.url}/gallery/${host}/?theme=${theme}&lang=${lang}&font=pinned${bare ? '&bare=yes' : ''}`)
    return page
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.demo.close()
  }
}
