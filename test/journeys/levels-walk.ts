import { chooseFile, heading, openPanel, openProblem, searchFor } from './customer.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import type { LevelShop } from './levels-shop.ts'

export interface Stations {
  shop: LevelShop
  page: Page
  /** Whether an article is in HTML, which needs a policy for Trusted Types of its own. */
  html: boolean
  /** Whether the page can have its picture taken; `refused` where it is asked for, and the device is offered. */
  picture: boolean | 'refused'
}

const story = 'The lid of my Plover springs open.'

/** A problem in a few words. */
export async function tellShortly(page: Page) {
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
}

/** As a help desk writes them: in line, with a table, a picture, and a link that is no link. */
export const htmlArticle = {
  id: 'workshop-hours',
  title: 'When the workshop is open',
  format: 'html',
  body: `<h2 style="color: #333; margin-top: 0">Hours</h2><p class="lead" style="font-size:14px">Monday to <strong onmouseover="track(1)">Friday</strong>.</p>
<table border="1" style="width:100%"><tbody><tr><td style='padding:4px'>Noon</td><td>closed &lt;b style="x"&gt;</td></tr></tbody></table>
<p><img src="/pictures/mark.svg" alt="The mark" onerror="alert(1)"><a href="javascript:alert(1)" onclick="alert(1)">Call</a></p>`,
}

/** Help, a person, and the customer's own words: every view and every part that is fetched only when it is needed. */
export async function walkThrough(stations: Stations) {
  const { page, shop } = stations
  await shop.visit(page, '/products/heron/')
  await besideTheThing(page)
  await shop.visit(page, '/products/plover/')
  await oneTap(page)
  const panel = page.getByRole('dialog', { name: 'Help' })
  await articles(stations, panel)
  await person(panel)
  await problem(stations, panel)
  await receipt(stations, panel)
}

async function besideTheThing(page: Page) {
  await page.getByRole('button', { name: 'Help: Part' }).click()
  await page.getByRole('button', { name: 'Read on' }).click()
  await page.getByRole('button', { name: 'Close help' }).click()
}

async function oneTap(page: Page) {
  await page.getByRole('radiogroup', { name: /^Is this good\?/ }).getByRole('radio', { name: 'Not good' }).click()
  await page.getByRole('textbox', { name: 'Would you like to say why?' }).fill('Too small.')
  await page.getByRole('button', { name: 'Say why' }).click()
}

async function articles({ page, html }: Stations, panel: Locator) {
  await openPanel(page)
  await searchFor(page, panel, 'descale')
  await panel.getByRole('button', { name: /^Descal/ }).first().click()
  await panel.getByRole('group', { name: 'Did this help?' }).waitFor()
  await panel.getByRole('button', { name: 'Back' }).click()
  if (!html) return
  await searchFor(page, panel, 'workshop open')
  await panel.getByRole('button', { name: /^When the workshop is open/ }).first().click()
  // As a heading of its own it went through the sanitizer, and is no bare text.
  await panel.getByRole('heading', { name: 'Hours' }).waitFor()
  await panel.getByText('closed <b style="x">').waitFor()
  await panel.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click()
}

async function person(panel: Locator) {
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await panel.getByRole('link', { name: /^Call/ }).waitFor()
}

async function problem({ page, picture, shop }: Stations, panel: Locator) {
  await shop.visit(page, '/products/plover/')
  await openPanel(page)
  if (picture) await openProblem(panel)
  else await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(`${story} Write to edda@example.org`)
  await panel.getByRole('group', { name: 'This looks private and will not be sent:' }).waitFor()
  await panel.getByRole('button', { name: 'Mend it' }).click()
  await panel.getByRole('button', { name: 'Add something else you noticed' }).click()
  await panel.getByRole('textbox', { name: 'Something else you noticed' }).fill('No tape on the box.')
  await chooseFile(page, 'kettle.txt', 'It boils.')
  await panel.getByRole('button', { name: 'Remove kettle.txt' }).waitFor()
  await panel.getByText('What we send').click()
  await panel.getByRole('checkbox', { name: 'Also send what went wrong technically on this page' }).click()
  await panel.getByRole('button', { name: 'Show us where' }).click()
  await page.getByRole('button', { name: 'Take this part' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel.getByText(/^The part: /).waitFor()
  if (picture === true) await drawOn(page, panel)
  else if (picture) await noPicture(panel)
  await panel.getByRole('button', { name: 'Send' }).click()
}

async function noPicture(panel: Locator) {
  await panel.getByRole('button', { name: 'Add a picture of this page' }).click()
  await panel.getByText('Add a picture from your device').waitFor()
}

async function drawOn(page: Page, panel: Locator) {
  await panel.getByRole('button', { name: 'Add a picture of this page' }).click()
  const editor = page.getByRole('dialog', { name: 'Picture of this page' })
  const blackOut = editor.getByRole('radio', { name: 'Black out' })
  await blackOut.click()
  await page.until('the tool is taken', async () => (await blackOut.isChecked()) && (await blackOut.isFocused()))
  await page.keyboard.press('Enter')
  await editor.getByRole('button', { name: 'Black box 1 of 1' }).waitFor()
  await editor.getByRole('button', { name: 'Done' }).click()
  await panel.getByRole('img', { name: 'Your picture of this page' }).waitFor()
}

/** From the receipt into the thread, and an answer written there. */
async function receipt({ page }: Stations, panel: Locator) {
  await heading(page, 'We have it').waitFor()
  await panel.getByRole('button', { name: 'Done' }).click()
  await panel.getByRole('button', { name: 'Your requests' }).click()
  await panel.getByRole('button', { name: new RegExp(`^${story}.* With us$`) }).click()
  await panel.getByRole('textbox', { name: 'Write back' }).fill('It is the blue one.')
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('It is the blue one.').first().waitFor()
}
