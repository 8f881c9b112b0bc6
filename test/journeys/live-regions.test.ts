import assert from 'node:assert/strict'
import { listenToRegions, said } from './access/regions.ts'
import { heading, openPanel, openProblem } from './customer.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

/** Puts words into a field at once. Typed letter by letter on a slow machine, each pause would be answered: rightly, but not by this log. */
async function paste(page: Page, field: Locator, text: string) {
  await field.click()
  await page.evaluate((text: string) => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    ;(at as HTMLInputElement).value = text
    at!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }))
  }, text)
}

/** A listener with everything they have heard. What comes too much, or too late, is found by the next one who asks. */
function listener(page: Page) {
  const log: string[] = []
  const expected: string[] = []
  return async (...texts: string[]) => {
    expected.push(...texts)
    await page.until(`${JSON.stringify(texts)} is heard after ${JSON.stringify(log)}`, async () => log.push(...(await said(page))) >= expected.length)
    assert.deepEqual(log, expected)
  }
}

journeys('Somebody who listens', walk => {
  walk('hears what happens in the panel, each thing once, in its order, and nothing else', async ({ page, url, intercept, beforeScripts, moveTo }) => {
    await moveTo('2026-11-24T15:00:00Z')
    let down = true
    intercept(request => (new URL(request.url).pathname === '/issues' && down ? new Response('Out of order', { status: 503 }) : undefined))
    beforeScripts(listenToRegions)
    await page.goto(`${url}/products/plover/`)
    const hears = listener(page)
    const panel = await openPanel(page)
    await panel.getByRole('heading', { name: 'For this page' }).waitFor()
    const box = panel.getByRole('searchbox', { name: 'Search for help' })
    await paste(page, box, 'gift card')
    await hears('11 articles')
    await panel.getByRole('button', { name: /^Gift cards/ }).first().click()
    await heading(page, 'Gift cards').waitFor()
    await panel.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click()
    await hears('Sorry that it did not. Ask us, and a person will answer.')
    await panel.getByRole('button', { name: 'Back' }).click()
    await paste(page, box, 'zyzzyva')
    await hears('We found nothing for “zyzzyva”.')
    await panel.getByRole('group', { name: /^May we pass on/ }).getByRole('button', { name: 'No' }).click()
    await hears('It stays with you.')
    await paste(page, box, '')
    await panel.getByRole('heading', { name: 'For this page' }).waitFor()

    await openProblem(panel)
    const story = panel.getByRole('textbox', { name: 'What happened?' })
    await panel.getByRole('button', { name: 'Send' }).click()
    await hears('Please say it in a few words.')
    await paste(page, story, '4111 1111 1111 1111')
    await hears('Something you wrote looks private. It will not be sent unless you keep it.')
    await paste(page, story, 'How do I descale the Plover?')
    await hears('Is it this?')
    await panel.getByRole('button', { name: 'Add something else you noticed' }).click()
    await panel.getByRole('textbox', { name: 'Something else you noticed' }).fill('No tape.')
    await panel.getByRole('button', { name: 'Remove this remark' }).click()
    await hears('This remark is gone.')
    await panel.getByRole('button', { name: 'Send' }).click()
    // A new view is heard by its heading, which has the focus.
    await heading(page, 'Kept on this device').waitFor()
    down = false
    await hears('We have it')
    await panel.getByRole('button', { name: 'Done' }).click()
    await heading(page, 'How can we help?').waitFor()
    await paste(page, box, 'warranty')
    await page.until('the last of it is heard', async () => {
      const [last, ...others] = await said(page)
      assert.deepEqual(others, [])
      assert.match(last ?? '1 article', /^\d+ articles?$/)
      return last !== undefined
    })
  })

  walk('hears once that a tap has arrived, and the reason after it', async ({ page, url, beforeScripts }) => {
    beforeScripts(listenToRegions)
    await page.goto(`${url}/products/plover/`)
    const hears = listener(page)
    await page.getByRole('radiogroup', { name: 'Is this good? Every part of it' }).getByRole('radio', { name: 'Not good' }).click()
    await hears('We have it')
    await page.getByRole('textbox', { name: 'Would you like to say why?' }).fill('Part 4 is missing from the drawing.')
    await page.getByRole('button', { name: 'Say why' }).click()
    await hears('We have it')
  })
})
