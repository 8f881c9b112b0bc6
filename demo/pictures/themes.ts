import type { Browser, Page } from 'playwright-core'
import { House, type View } from '../gallery/house.ts'

const themes = ['', 'neutral', 'warm', 'contrast', 'terminal-plain']
const schemes = ['light', 'dark'] as const

/** The panel with its launcher, and nothing of the page: of a form with a mistake in it, where most of a theme is seen. */
async function takeForm(house: House, view: View): Promise<Buffer> {
  const page = await house.enter({ ...view, bare: true })
  try {
    await page.locator('earshot-widget [part=launcher]').click()
    await page.locator('earshot-widget .kinds button').first().click()
    await page.locator('earshot-widget [part~=send]').click()
    await page.locator('earshot-widget earshot-feedback .error').first().waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const { width, height } = page.viewportSize()!
    const panel = 448
    return await page.screenshot(width < panel ? {} : { clip: { x: view.lang ? 0 : width - panel, y: 0, width: panel, height } })
  } finally {
    await page.context().close()
  }
}

/** Pictures side by side, in so many columns. */
async function sheetOf(browser: Browser, pictures: readonly Buffer[], columns: number, scale = 1): Promise<Buffer> {
  const page: Page = await browser.newPage({ viewport: { width: 100, height: 100 }, deviceScaleFactor: scale })
  await page.setContent(`<body style="margin:0;display:grid;width:max-content;grid-template-columns:repeat(${columns},max-content);align-items:start;gap:12px;padding:12px;background:#8a8d90">`)
  for (const picture of pictures) {
    await page.evaluate(async src => {
      const image = Object.assign(new Image(), { src })
      document.body.append(image)
      await image.decode()
    }, `data:image/png;base64,${picture.toString('base64')}`)
  }
  const sheet = await page.locator('body').screenshot()
  await page.close()
  return sheet
}

/** One sheet for each theme: light and dark, desktop and phone, left to right and right to left. */
export async function takeThemeSheets(house: House, keep: (name: string, png: Buffer) => void): Promise<void> {
  for (const theme of themes) {
    const pictures: Buffer[] = []
    for (const lang of ['', 'ar']) for (const phone of [false, true]) for (const scheme of schemes) pictures.push(await takeForm(house, { theme, lang, phone, scheme }))
    keep(theme || 'default', await sheetOf(house.browser, pictures, 4))
  }
}

/** The four themes, light above dark, for the documentation. */
export async function takeThemes(house: House): Promise<Buffer> {
  const pictures: Buffer[] = []
  for (const scheme of schemes) for (const theme of themes.slice(1)) pictures.push(await takeForm(house, { theme, scheme }))
  return sheetOf(house.browser, pictures, 4, 0.6)
}
