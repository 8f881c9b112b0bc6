// What pages have besides that may be in a policy's way, and what some tests take from a browser.
import { buildSync } from 'esbuild'
import type { Page } from './driver/page.ts'
import { type LevelOptions, type LevelShop, openLevel } from './levels-shop.ts'

/** Opens the shop at a level, and closes it whatever happens. The page is left: what was reported of it is known, and was expected. */
export async function at(page: Page, options: LevelOptions, walk: (shop: LevelShop) => Promise<void>) {
  const shop = await openLevel(options)
  try {
    await walk(shop)
    await page.goto('about:blank')
  } catch (error) {
    console.error('Reported until then:', shop.reports)
    throw error
  } finally {
    await shop.close()
  }
}

/** For `before`: no browser shares a tab, so that the page is drawn. */
export function withoutTabs() {
  if (navigator.mediaDevices) Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined })
}

/** A font of one letter, as WOFF2. */
const font = 'd09GMgABAAAAAAEMAAoAAAAAAyAAAADDAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAABmAAgXIKOEABNgIkAwYLBgAEIAU8ByAbbQIAnoWxe2It+rSIdjH/wMIQz9fvdefu2xSaY/yT6KroWkQrusIoLIxP9E/IgfF+kJAK1Ag4X2SeHrfAAomjFnpkESYBaIvgcL0e8Cx3OyEV4u0XjezDSjMH8Nhi2o0J1T8ATlsYOI9Itl/0FOyWBRMU/e+5FQo0ClscAxpEuk9WZ8rLV6+4DILw5sfdgcY//F0czplL8l2vGAqEMRfJ3qXLfAsAIN+LBKUFFAAA2q2ACAJKxJA+EqVuqNIvebGdAwAAAA=='

const parts: Record<string, () => [type: string, content: string | Buffer]> = {
  '/level/font.woff2': () => ['font/woff2', Buffer.from(font, 'base64')],
  '/level/font.css': () => ['text/css', '@font-face { font-family: Level; src: url(/level/font.woff2) } h1 { font-family: Level }'],
  '/level/lit.js': () => ['text/javascript', ownLit()],
  '/level/later.js': () => ['text/javascript', "addEventListener('level-lit', () => import('/level/lit.js'))"],
}

/** For `also`: what these parts of a page are made of. */
export function partOf(path: string): Response | undefined {
  const [type, content] = parts[path]?.() ?? []
  return type === undefined ? undefined : new Response(content as BodyInit, { headers: { 'content-type': type } })
}

/** For `page`: into the head, before Earshot's own script. */
export const inHead = (markup: string) => (html: string) => html.replace('<script async src="/earshot.js"', `${markup}$&`)

/** The page's own copy of Lit, of the same version, with an element that shows it works. */
const ownLit = () => buildSync({
  stdin: {
    contents: `import { html, LitElement } from 'lit'
      customElements.define('level-clock', class extends LitElement { render() { return html\`<p>The host's clock</p>\` } })
      document.querySelector('main').prepend(document.createElement('level-clock'))`,
    resolveDir: import.meta.dirname,
  },
  bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', conditions: ['browser'],
}).outputFiles[0]!.text
