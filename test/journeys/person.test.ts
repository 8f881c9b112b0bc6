import assert from 'node:assert/strict'
import type { Locator } from './driver/locator.ts'
import { heading, openPanel, readyForOffline, searchFor, tellProblem, wholeForm } from './customer.ts'
import { journeys } from './world.ts'

/** One press on the button that every view has: there is a telephone, a letter box, and a form. */
async function reachPerson(panel: Locator) {
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await panel.getByRole('heading', { name: 'Talk to a person' }).waitFor()
  const call = panel.getByRole('link', { name: 'Call +49 3834 555 0142' })
  assert.equal(await call.attribute('href'), 'tel:+4938345550142')
  // Marit answers whoever has written to the workshop before.
  await panel.getByText(/^Offered (once you have written us a message|from .+ on)\.$/).waitFor()
  await panel.getByRole('button', { name: 'Write a message' }).waitFor()
}

journeys('A person', walk => {
  walk('is two clicks away from the loaded page, and the form a third', async ({ page, url, issues }) => {
    await page.goto(`${url}/products/tin/`)
    const panel = await openPanel(page)
    await reachPerson(panel)
    assert.match(await panel.text(), /Ilse or Jonte/)
    assert.match(await panel.text(), /Marit Sölle/)
    await panel.getByRole('button', { name: 'Write a message' }).click()
    await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill('Are you there on Friday?')
    await wholeForm(panel)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual((await issues()).map(({ kind, story }) => [kind, story]), [['question', 'Are you there on Friday?']])
  })

  walk('is one click away from every view', async ({ page, url }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await openPanel(page)
    const back = panel.getByRole('button', { name: 'Back' })
    await searchFor(page, panel, 'descale')
    await reachPerson(panel)
    await back.click()
    await panel.getByRole('button', { name: /^Descal/ }).first().click()
    await heading(page, /^Descal/).waitFor()
    await reachPerson(panel)
    await back.click()
    await back.click()
    await searchFor(page, panel, 'zyzzyva')
    await reachPerson(panel)

    await page.goto(`${url}/products/plover/`)
    await tellProblem(page, 'The lid springs open.')
    await reachPerson(panel)
    await back.click()
    assert.equal(await panel.getByRole('textbox', { name: 'What happened?' }).value(), 'The lid springs open.', 'what was typed is still there')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await reachPerson(panel)
    await back.click()
    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await heading(page, 'Your requests').waitFor()
    await reachPerson(panel)
  })

  walk('can still be reached when the connection goes while somebody writes', async ({ page, url, offline }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, 'The lid springs open.')
    await readyForOffline(page)
    offline(true)
    await reachPerson(panel)
  })
})
