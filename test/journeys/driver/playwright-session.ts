import { chromium, firefox, webkit, type CDPSession, type Page } from 'playwright-core'
import { chromiumArgs } from '../../engines/chromium-args.ts'
import type { Found } from '../../engines/find-browsers.ts'
import type { BrowserSession, Finger, PageSession } from './session.ts'

const types = { chromium, firefox, webkit }

const invocation = (source: string, args: readonly unknown[]) => `(${source})(...${JSON.stringify(args)})`

/** Over the protocol of Chromium's own tools: Playwright itself would want to know when it makes the context, for all pages. */
async function phone(page: Page, width: number, height: number): Promise<Finger> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: true })
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
  return {
    async tap(x, y) {
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
  }
}

/** One session for both ways: what one has asked for, another does not take back. */
function pointing(page: Page) {
  let opened: Promise<CDPSession> | undefined
  return async (pointer: 'finger' | 'mouse') => {
    const devtools = await (opened ??= page.context().newCDPSession(page))
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: pointer === 'finger', maxTouchPoints: 5 })
  }
}

const pageSession = (page: Page, isChromium: boolean): PageSession => ({
  goto: async url => void (await page.goto(url)),
  reload: async () => void (await page.reload()),
  run: (source, args) => page.evaluate(invocation(source, args)),
  click: (x, y) => page.mouse.click(x, y),
  move: (x, y) => page.mouse.move(x, y),
  async type(text) {
    await page.keyboard.type(text)
  },
  chord: keys => page.keyboard.press(keys.join('+')),
  screenshot: () => page.screenshot(),
  viewport: (width, height) => page.setViewportSize({ width, height }),
  ...(isChromium && {
    phone: (width: number, height: number) => phone(page, width, height),
    pointWith: pointing(page),
  }),
  prefer: media => page.emulateMedia(media),
  close: () => page.close(),
})

/** Chromium of the system, or any engine in Playwright's own build. `env` is added to this process's own. */
export async function startPlaywright({ engine, kind, executable }: Found, env: Record<string, string>): Promise<BrowserSession> {
  const isChromium = engine === 'chromium'
  const browser = await types[engine].launch({
    env: { ...process.env, ...env } as Record<string, string>,
    ...(kind === 'stock' && { executablePath: executable }),
    ...(isChromium && { chromiumSandbox: false, args: chromiumArgs }),
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  return { engine, newPage: async () => pageSession(await context.newPage(), isChromium), close: () => browser.close() }
}
