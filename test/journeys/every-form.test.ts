import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import { heading, openPanel } from './customer.ts'
import { journeys } from './world.ts'

const say = (name: string) => (panel: Locator) => panel.getByRole('textbox', { name }).fill('As it is.')

/** The six built-in forms: what they are called, what the least is that somebody says in them, and what it arrives as. */
const forms: readonly [form: string, title: string, told: (panel: Locator) => Promise<void>, kind: string][] = [
  ['problem', 'Something is wrong', say('What happened?'), 'problem'],
  ['question', 'I have a question', say('What would you like to know?'), 'question'],
  ['idea', 'I have an idea', say('What is your idea?'), 'idea'],
  ['praise', 'I want to praise', say('What went well?'), 'praise'],
  ['rating', 'Rate this', panel => panel.getByRole('radio', { name: /^4/ }).click(), 'rating'],
  ['page', 'About this page', say('What is wrong or missing?'), 'problem'],
]

const openForm = (page: Page, form: string) =>
  page.evaluate((form: string) => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    earshot.push(desk => desk.open({ name: 'form', form }))
  }, form)

journeys('Every built-in form', walk => {
  walk('leads from its first field to “We have it”', async ({ page, url, issues }) => {
    await page.goto(`${url}/requests/`)
    const panel = await openPanel(page)
    for (const [form, title, tell] of forms) {
      await openForm(page, form)
      await heading(page, title).waitFor()
      await tell(panel)
      await panel.getByRole('button', { name: 'Send' }).click()
      await heading(page, 'We have it').waitFor()
      await panel.getByRole('button', { name: 'Done' }).click()
      await heading(page, 'How can we help?').waitFor()
    }
    assert.deepEqual((await issues()).map(issue => [issue.form, issue.kind]), forms.map(([form, , , kind]) => [form, kind]))
    assert.deepEqual((await issues()).find(issue => issue.kind === 'rating')?.rating, { scale: 'csat', value: 4, max: 5 })
  })
})
