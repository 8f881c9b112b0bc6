import { puppeteerCore } from '@web/test-runner-chrome'
import type { Found } from '../../engines/find-browsers.ts'
import type { BrowserSession, PageSession } from './session.ts'

type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>
type Page = Awaited<ReturnType<Browser['newPage']>>
type Key = Parameters<Page['keyboard']['press']>[0]

const pageSession = (page: Page): PageSession => ({
  goto: async url => void (await page.goto(url)),
  reload: async () => void (await page.reload()),
  run: (source, args) => page.evaluate(`(${source})(...${JSON.stringify(args)})`),
  click: (x, y) => page.mouse.click(x, y),
  move: (x, y) => page.mouse.move(x, y),
  async type(text) {
    for (const character of text) await (character === '\n' ? page.keyboard.press('Enter') : page.keyboard.type(character))
  },
  async chord(keys) {
    const held = keys.slice(0, -1) as Key[]
    for (const key of held) await page.keyboard.down(key)
    await page.keyboard.press(keys.at(-1) as Key)
    for (const key of held.reverse()) await page.keyboard.up(key)
  },
  screenshot: () => page.screenshot(),
  viewport: (width, height) => page.setViewport({ width, height }),
  async phone(width, height) {
    await page.setViewport({ width, height, hasTouch: true, isMobile: true })
    return { tap: (x, y) => page.touchscreen.tap(x, y) }
  },
  close: () => page.close(),
})

/** Firefox of the system, over WebDriver BiDi: no other driver speaks to a stock Firefox without a binary of its own. `env` is added to this process's. */
export async function startPuppeteer({ engine, executable }: Found, env: Record<string, string>): Promise<BrowserSession> {
  const browser = await puppeteerCore.launch({
    browser: 'firefox', executablePath: executable, headless: true, defaultViewport: { width: 1280, height: 800 }, env: { ...process.env, ...env },
  })
  return { engine, newPage: async () => pageSession(await browser.newPage()), close: () => browser.close() }
}
