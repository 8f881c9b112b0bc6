import assert from 'node:assert/strict'
import { heading, openPanel, openProblem } from './customer.ts'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

/** Where Tab leads from a view's heading, until it has left the panel. */
async function stops(page: Page, last: string): Promise<string[]> {
  const passed: string[] = []
  while (passed.at(-1) !== last && passed.length < 40) {
    await page.keyboard.press('Tab')
    passed.push((await page.focused()).name)
  }
  return passed
}

const onHeading = (page: Page, name: string) => page.until(`the focus is on “${name}”`, async () => (await page.focused()).name === name)
const person = 'Talk to a person'

journeys('The Tab key', walk => {
  walk('leads through each view in the order one reads', async ({ page, url, moveTo }) => {
    await moveTo('2026-11-24T15:00:00Z')
    await page.goto(`${url}/requests/`)
    const panel = await openPanel(page)
    await onHeading(page, 'How can we help?')
    // What fits the page comes when it has been looked up.
    await panel.getByRole('button', { name: /^Invoices and receipts/ }).waitFor()
    assert.deepEqual(await stops(page, person), [
      'Search for help', 'Something is wrong', 'I have a question', 'I have an idea', 'I want to praise', 'Your requests',
      'Your data What we keep, for how long, who sees it, and how to have it erased.',
      'Accessibility of this shop and of our things What works with keyboard and screen reader, what does not yet, and large-print instructions.',
      'Invoices and receipts Where your invoice is, how to get another name on it, and what companies need.', person,
    ])
    await page.keyboard.press('Enter')
    await onHeading(page, person)
    await panel.getByRole('link', { name: 'Call +49 3834 555 0142' }).waitFor()
    assert.deepEqual(await stops(page, person), ['Write a message', 'Call +49 3834 555 0142', person])
    await panel.getByRole('button', { name: 'Back' }).click()
    await openProblem(panel)
    await onHeading(page, 'Something is wrong')
    assert.deepEqual(await stops(page, person), [
      'What happened?', 'The detail that bothered you most', 'What would make it right?',
      'Mend it', 'Send me another one', 'Give me my money back', 'Nothing, I only want you to know', 'I am thinking of leaving',
      'Show us where', 'Add a picture of this page', 'Add a file', 'Add something else you noticed',
      'Email (only if you want an answer)', 'What we send', 'Send', person,
    ])
    await panel.getByRole('textbox', { name: 'What happened?' }).fill('The lid springs open.')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await onHeading(page, 'We have it')
    assert.deepEqual(await stops(page, person), [
      'Done', 'Not getting on? See who is next', 'I read it here', 'Keep this', 'Not now',
      'Copy the reference', 'Email it to yourself', 'Download it', 'Read the answer on another device', person,
    ])
  })
})
