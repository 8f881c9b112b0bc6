import type { Page } from 'playwright-core'
import { fillInbox } from './fill-inbox.ts'
import { observation, outcome, story } from './letters.ts'
import { openForm, openHome, panel, remark, scroll, search, send, tell } from './steps.ts'
import type { Studio } from './studio.ts'

/** Takes one picture: the window, or the panel with a little of the page around it. */
export type Shoot = (name: string, page: Page, frame?: 'window' | 'panel') => Promise<void>

const desktop = { name: 'desktop', width: 1240, height: 758 }
// As high as there is something to see in it, and no higher.
const tall = (height: number) => ({ name: 'tall', width: 1120, height })

/** The pictures of the README. */
export async function takeReadmePictures(studio: Studio, shoot: Shoot): Promise<void> {
  const { url } = studio.demo
  await fillInbox(studio.demo)

  let page = await studio.enter(desktop, 1.25)
  await page.goto(`${url}/products/heron/`)
  await openHome(page)
  await shoot('home', page, 'window')
  await page.context().close()

  page = await studio.enter(tall(744), 2)
  await page.goto(`${url}/products/plover/`)
  await openHome(page)
  await search(page, 'desclae ketle')
  await page.locator('earshot-widget .result').first().click()
  await page.locator('earshot-widget earshot-article .helpful').waitFor()
  await shoot('article', page)
  await page.context().close()

  page = await studio.enter(tall(744), 2)
  await page.goto(`${url}/products/heron/`)
  await openHome(page)
  await openForm(page)
  await tell(page, story)
  await remark(page, observation, 'delivery')
  await page.locator('earshot-widget #outcome').fill(outcome)
  // From the story down to what would make it right.
  await scroll(page, 54)
  await shoot('form', page)
  await page.locator('earshot-widget #contact').fill('edda@example.org')
  await send(page)
  await page.locator('earshot-widget .reference').waitFor()
  await shoot('receipt', page)

  await page.context().close()

  const inbox = await studio.enter({ name: 'inbox', width: 1240, height: 800 })
  await inbox.goto(`${url}/inbox/`)
  await inbox.locator('#list a').first().click()
  await inbox.locator('#sheet h2').waitFor()
  await shoot('inbox', inbox, 'window')
  await inbox.context().close()

  page = await studio.enter({ name: 'phone', width: 390, height: 844, scheme: 'dark' }, 2)
  await page.goto(`${url}/products/heron/`)
  await openHome(page)
  await openForm(page)
  await tell(page, story)
  await page.locator('earshot-widget #story').blur()
  await scroll(page, 0)
  await shoot('phone-dark', page, 'window')
  await page.context().close()
}

/** Where the panel is, with a margin for its shadow. */
export async function panelFrame(page: Page) {
  const { x, y, width, height } = (await panel(page).boundingBox())!
  return { x: x - 16, y: Math.max(0, y - 16), width: width + 32, height: height + 32 }
}
