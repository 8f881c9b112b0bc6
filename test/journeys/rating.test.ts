import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

const rating = (page: Page) => page.getByRole('radiogroup', { name: /^Is this good\?/ })

/** What this device knows of: also what still waits to be sent. */
const requests = (page: Page) =>
  page.evaluate(async () => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    const desk = await new Promise<Desk>(resolve => earshot.push(resolve))
    return (await desk.requests()).map(({ status, issue }) => ({ status, value: issue.rating?.value }))
  })

journeys('One tap', walk => {
  walk('is an answer that can be taken back: what was undone never arrives, and the next tap arrives once', async ({ page, url, issues, deliveries }) => {
    await page.goto(`${url}/products/plover/`)
    await rating(page).getByRole('radio', { name: 'Good' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back.').first().waitFor()
    assert.equal(await rating(page).getByRole('radio', { name: 'Good' }).isChecked(), false)
    assert.deepEqual(await requests(page), [])
    await rating(page).getByRole('radio', { name: 'Not good' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.until('it has arrived', async () => (await issues()).length > 0)
    const [issue] = await issues()
    assert.deepEqual([issue?.kind, issue?.rating], ['rating', { scale: 'thumbs', value: 0, max: 1 }])
    assert.ok(issue?.subject?.element?.selector, 'it says what was rated')
    assert.equal(deliveries.length, 1)
    await page.until('nothing waits', async () => (await requests(page)).every(({ status }) => status === 'accepted'))
    assert.deepEqual(await requests(page), [{ status: 'accepted', value: 0 }])
  })

  walk('with a reason is one issue with both', async ({ page, url, issues, deliveries }) => {
    await page.goto(`${url}/products/plover/`)
    await rating(page).getByRole('radio', { name: 'Not good' }).click()
    await page.getByRole('textbox', { name: 'Would you like to say why?' }).fill('Number 5 is too small to read.')
    await page.getByRole('button', { name: 'Say why' }).click()
    await page.until('it has arrived', async () => (await issues()).length > 0)
    await page.until('nothing waits', async () => (await requests(page)).every(({ status }) => status === 'accepted'))
    assert.deepEqual((await issues()).map(issue => [issue.rating?.value, issue.story]), [[0, 'Number 5 is too small to read.']])
    assert.equal(deliveries.length, 1)
    assert.equal((await requests(page)).length, 1)
  })
})
