import assert from 'node:assert/strict'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

/** Presses Tab until this has the focus, as somebody would who looks for it. */
async function tabTo(page: Page, role: string, name: string) {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.focused()
    if (focused.role === role && focused.name === name) return
    passed.push(`${focused.role} “${focused.name}”`)
  }
  throw new Error(`Tab does not lead to ${role} “${name}”, but to ${passed.join(', ')}`)
}

/** Waits for the view: its heading has the focus, and one sees it. */
async function arrive(page: Page, name: string) {
  await page.until(`the focus is on the heading “${name}”`, async () => {
    const focused = await page.focused()
    return focused.role === 'heading' && focused.name === name
  })
  assert.ok(await isFocusSeen(page), `the focus on “${name}” is seen`)
}

const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    if (!active?.matches(':focus-visible')) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(active)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })

journeys('Somebody without a mouse', walk => {
  walk('tells a problem from the loaded page to the receipt, and gets back to where they were', async ({ page, url, issues }) => {
    await page.goto(`${url}/requests/`)
    await tabTo(page, 'button', 'Help')
    assert.ok(await isFocusSeen(page))
    await page.keyboard.press('Enter')
    await arrive(page, 'How can we help?')
    await tabTo(page, 'button', 'Something is wrong')
    await page.keyboard.press('Enter')
    await arrive(page, 'Something is wrong')
    await tabTo(page, 'textbox', 'What happened?')
    await page.keyboard.type('The Wren hums\nwhen it rains.')
    await tabTo(page, 'textbox', 'What would make it right?')
    await page.keyboard.type('A new coil.')
    await tabTo(page, 'button', 'Add something else you noticed')
    await page.keyboard.press('Enter')
    await page.until('the focus is in the new remark', async () => (await page.focused()).name === 'Something else you noticed')
    await page.keyboard.type('The manual is lovely.')
    await tabTo(page, 'textbox', 'Email (only if you want an answer)')
    await page.keyboard.type('edda@example.org')
    await tabTo(page, 'button', 'Send')
    assert.ok(await isFocusSeen(page))
    await page.keyboard.press('Enter')
    await arrive(page, 'We have it')

    const [issue] = await issues()
    assert.deepEqual(
      [issue?.story, issue?.outcome, issue?.observations, issue?.contact?.email],
      ['The Wren hums\nwhen it rains.', 'A new coil.', [{ text: 'The manual is lovely.' }], 'edda@example.org'],
    )
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Help' }).waitFor('gone')
    await page.until('the focus is back on the launcher', async () => (await page.getByRole('button', { name: 'Help' }).isFocused()))
  })

  walk('is led to the field that is missing, and hears what is wrong with it', async ({ page, url, issues }) => {
    await page.goto(`${url}/requests/`)
    await tabTo(page, 'button', 'Help')
    await page.keyboard.press('Enter')
    await arrive(page, 'How can we help?')
    await tabTo(page, 'button', 'I have an idea')
    await page.keyboard.press('Enter')
    await arrive(page, 'I have an idea')
    await tabTo(page, 'button', 'Send')
    await page.keyboard.press('Enter')
    const story = page.getByRole('textbox', { name: 'What is your idea?' })
    await page.until('the focus is in the field that is missing', () => story.isFocused())
    assert.equal(await story.attribute('aria-invalid'), 'true')
    await page.getByText('Please say it in a few words.').first().waitFor()
    assert.deepEqual(await issues(), [])
    await page.keyboard.type('Sell single screws.')
    await tabTo(page, 'button', 'Send')
    await page.keyboard.press('Enter')
    await arrive(page, 'We have it')
  })

  walk('searches, reads an article and goes back to the results', async ({ page, url }) => {
    await page.goto(`${url}/requests/`)
    await tabTo(page, 'button', 'Help')
    await page.keyboard.press('Enter')
    await arrive(page, 'How can we help?')
    await tabTo(page, 'searchbox', 'Search for help')
    await page.keyboard.type('gift card')
    const result = page.getByRole('dialog', { name: 'Help' }).getByRole('listitem').first().getByRole('button')
    await page.until('gift cards are found', async () => (await result.count()) > 0 && /^Gift cards/.test(await result.accessibleName()))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await arrive(page, 'Gift cards')
    await tabTo(page, 'button', 'Yes')
    await page.keyboard.press(' ')
    await page.getByText('Good to know.').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Help' }).waitFor('gone')
  })
})
