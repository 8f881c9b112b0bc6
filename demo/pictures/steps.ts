import type { Locator, Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'

// By structure, not by name: the same steps are walked in every language.

export const launcher = (page: Page) => page.locator('earshot-widget [part=launcher]')
export const panel = (page: Page) => page.locator('earshot-widget [part=panel]')
export const view = (page: Page, name: string): Locator => page.locator(`earshot-widget earshot-${name} h2`).first()

/** Opens the panel at home, with its suggestions there. */
export async function openHome(page: Page) {
  await launcher(page).click()
  await page.locator('earshot-widget earshot-help .result').first().waitFor()
}

export async function search(page: Page, query: string) {
  await page.locator('earshot-widget earshot-help input').fill(query)
  await page.evaluate(wanted => new Promise<void>(resolve => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    earshot.push(desk => void desk.subscribe(({ search }) => search.query === wanted && search.status === 'ready' && resolve()))
  }), query)
}

/** From home to one of the four forms. */
export async function openForm(page: Page, number = 0) {
  await page.locator('earshot-widget .kinds button').nth(number).click()
  await page.locator('earshot-widget earshot-feedback textarea').first().waitFor()
}

/** Types a story, and waits for the articles that may answer it. */
export async function tell(page: Page, story: string) {
  await page.locator('earshot-widget #story').fill(story)
  await page.locator('earshot-widget .matches button').first().waitFor()
}

/** Adds a side remark. */
export async function remark(page: Page, text: string, topic: string) {
  await page.locator('earshot-widget #observations').click()
  await page.locator('earshot-widget #observation-0').fill(text)
  await page.locator('earshot-widget #topic-0').selectOption(topic)
}

export async function send(page: Page) {
  await page.locator('earshot-widget [part~=send]').click()
  await page.locator('earshot-widget earshot-receipt h2').waitFor()
}

/** Scrolls what scrolls in the panel. */
export const scroll = (page: Page, to: number) => page.locator('earshot-widget [part=panel] [part=body]:not(.body)').evaluate((body, top) => body.scrollTo(0, top), to)

export const back = (page: Page) => page.locator('earshot-widget .back').click()
export const toPeople = (page: Page) => page.locator('earshot-widget .foot button').click()
