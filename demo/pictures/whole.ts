import type { Page } from 'playwright-core'
import { panel } from './steps.ts'

// What no phone has, but what can still be looked at.
const highest = 3000

/** Takes a picture with the panel as high as what is in it, so that a whole form can be seen at once. */
export async function whole(page: Page, take: () => Promise<void>): Promise<void> {
  const size = page.viewportSize()!
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('earshot-widget::part(panel) { inset-block: 8px auto; height: calc(100dvh - 16px); }')
    document.adoptedStyleSheets.push(sheet)
  })
  const more = await panel(page).locator('[part=body]:not(.body)').first().evaluate(body => body.scrollHeight - body.clientHeight)
  const height = await panel(page).evaluate(element => element.clientHeight)
  await page.setViewportSize({ width: size.width, height: Math.min(highest, height + more + 18) })
  await page.waitForTimeout(100)
  await take()
  await page.evaluate(() => void document.adoptedStyleSheets.pop())
  await page.setViewportSize(size)
}
