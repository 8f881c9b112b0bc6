import assert from 'node:assert/strict'
import { heading, openPanel, openProblem } from './customer.ts'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

const title = 'The checkout does not accept my postcode'

/** Where everything of the shop stands; of our own element only that it is there. */
function places() {
  return [...document.querySelectorAll('body *:not(earshot-widget, earshot-help, script)')]
    .map(element => [element.localName, element.id, ...Object.values(element.getBoundingClientRect().toJSON() as Record<string, number>).map(Math.round)].join(' '))
}

/** The detectors come when the page is idle: until they have, trouble is only trouble. */
const watched = (page: Page) =>
  page.until('the page is watched', () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/earshot/watch.js'))))

/** Types a postcode that is none in that country, and goes on to the town. */
async function postcode(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Postcode' }).fill(text)
  await page.keyboard.press('Tab')
  await page.until('the field says that it is wrong', async () => (await page.getByRole('textbox', { name: 'Postcode' }).attribute('aria-invalid')) === 'true')
}

/** Whether the desk knows of trouble on this page. */
function troubleSeen(): Promise<boolean> {
  const { earshot } = window as unknown as { earshot: { push(callback: (desk: { state: { journey: { signals?: unknown } } }) => void): void } }
  return new Promise(resolve => earshot.push(({ state }) => resolve(state.journey.signals !== undefined)))
}

journeys('A customer in trouble', walk => {
  walk('who fails the same field twice is offered the right article, and nothing else on the page moves', async ({ page, url, deliveries }) => {
    await page.goto(`${url}/checkout/`)
    await watched(page)
    await postcode(page, '123')
    const before = await page.evaluate(places)
    await page.getByRole('textbox', { name: 'Postcode' }).fill('1234')
    await page.keyboard.press('Tab')
    const offer = page.getByRole('group', { name: `Would this help? ${title}` })
    await offer.waitFor()
    assert.deepEqual(await page.evaluate(places), before)
    const focused = await page.focused()
    assert.ok(!/Read it|No thanks/.test(focused.name), `focus is where it was: ${focused.name}`)
    assert.equal(deliveries.length, 0)
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), [], 'nothing is stored before an interaction')

    await offer.getByRole('button', { name: 'Read it' }).click()
    await heading(page, title).waitFor()
    await offer.waitFor('gone')
  })

  walk('who says no is not asked again, also on the next page', async ({ page, url }) => {
    await page.goto(`${url}/checkout/`)
    await watched(page)
    await postcode(page, '123')
    await postcode(page, '1234')
    await page.getByRole('button', { name: 'No thanks' }).click()
    await page.getByRole('group', { name: `Would this help? ${title}` }).waitFor('gone')
    await page.until('the answer is kept', () => page.evaluate(async () => (await indexedDB.databases()).length > 0))

    await page.goto(`${url}/checkout/?again`)
    await watched(page)
    await postcode(page, '12')
    await postcode(page, '123')
    await page.until('the trouble is seen', () => page.evaluate(troubleSeen))
    const panel = await openPanel(page)
    await openProblem(panel)
    await panel.getByText('What we send').first().click()
    await panel.getByText('A field was not accepted several times', { exact: false }).first().waitFor()
    assert.equal(await page.getByRole('button', { name: 'No thanks' }).count(), 0)
  })

  walk('whom the article did not help writes, with the trouble described, and may take it out', async ({ page, url, issues }) => {
    await page.goto(`${url}/checkout/`)
    await watched(page)
    await postcode(page, '123')
    await postcode(page, '1234')
    await page.getByRole('button', { name: 'Read it' }).click()
    await heading(page, title).waitFor()
    const panel = page.getByRole('dialog', { name: 'Help' })
    await panel.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click()
    await panel.getByRole('button', { name: 'Back' }).click()
    await openProblem(panel)
    await panel.getByRole('textbox', { name: 'What happened?' }).fill('My postcode is right.')
    await panel.getByText('What we send').first().click()
    await panel.getByText('What went wrong on the page').first().waitFor()
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const [issue] = await issues()
    assert.deepEqual(issue?.journey?.signals?.map(({ type }) => type), ['field-invalid'])
    assert.ok(issue?.journey?.articles?.some(({ id, helpful }) => id === 'postcode-not-accepted' && helpful === false))
    assert.ok(!JSON.stringify(issue).includes('1234'), 'nothing that was typed into the shop goes along')
  })
})
