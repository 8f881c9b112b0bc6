import type { Page } from 'playwright-core'
import type { House, View } from '../../demo/gallery/house.ts'

interface Shot {
  name: string
  view: View
  /** What is done before it is taken. */
  steps?: (page: Page) => Promise<void>
}

const open = async (page: Page) => {
  await page.locator('earshot-widget [part=launcher]').click()
  await page.locator('earshot-widget earshot-help .result').first().waitFor()
}
const form = async (page: Page) => {
  await open(page)
  await page.locator('earshot-widget .kinds button').first().click()
  await page.locator('earshot-widget [part~=send]').click()
  await page.locator('earshot-widget earshot-feedback .error').first().waitFor()
}
const article = async (page: Page) => {
  await open(page)
  await page.locator('earshot-widget .result').first().click()
  await page.locator('earshot-widget earshot-article .helpful').waitFor()
}
const people = async (page: Page) => {
  await open(page)
  await page.locator('earshot-widget .foot button').click()
  await page.locator('earshot-widget earshot-people .button').nth(1).waitFor()
}

/** What is kept an eye on: each view once, each theme, both schemes, a phone, and the other direction. */
export const shots: readonly Shot[] = [
  { name: 'home', view: {}, steps: open },
  { name: 'home-dark', view: { scheme: 'dark' }, steps: open },
  { name: 'form', view: {}, steps: form },
  { name: 'form-phone-dark', view: { phone: true, scheme: 'dark' }, steps: form },
  { name: 'article', view: {}, steps: article },
  { name: 'article-arabic-phone', view: { phone: true, lang: 'ar' }, steps: article },
  { name: 'home-arabic', view: { lang: 'ar' }, steps: open },
  { name: 'people', view: {}, steps: people },
  { name: 'neutral', view: { theme: 'neutral' }, steps: people },
  { name: 'warm', view: { theme: 'warm' }, steps: form },
  { name: 'contrast-dark', view: { theme: 'contrast', scheme: 'dark' }, steps: form },
  { name: 'terminal-plain', view: { theme: 'terminal-plain' }, steps: form },
]

/** What `look` makes of the page once it is as the picture wants it. */
export async function at<T>(house: House, { view, steps }: Shot, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await house.enter({ bare: true, ...view })
  try {
    await page.locator('earshot-widget [part=launcher]').waitFor()
    await steps?.(page)
    return await look(page)
  } finally {
    await page.context().close()
  }
}

export const take = (house: House, shot: Shot): Promise<Buffer> => at(house, shot, still)

/** Two pictures in a row that are the same: nothing is on its way any more. */
export async function still(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const shoot = () => page.screenshot({ caret: 'hide', animations: 'disabled' })
  let last = await shoot()
  for (let tries = 0; tries < 20; tries++) {
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 }))))
    const next = await shoot()
    if (next.equals(last)) return next
    last = next
  }
  return last
}
