import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { canTap } from './driver/browser.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import { heading, openPanel } from './customer.ts'
import { journeys } from './world.ts'

const say = (name: string, story: string) => (panel: Locator) => panel.getByRole('textbox', { name }).fill(story)

/** The six built-in forms: what they are called, what the least is that somebody says in them, and what it arrives as. */
const forms: readonly [form: string, title: string, told: (panel: Locator) => Promise<void>, kind: string][] = [
  ['problem', 'Something is wrong', say('What happened?', 'The lid is cracked.'), 'problem'],
  ['question', 'I have a question', say('What would you like to know?', 'Which bell fits a gate?'), 'question'],
  ['idea', 'I have an idea', say('What is your idea?', 'Sell spare clappers.'), 'idea'],
  ['praise', 'I want to praise', say('What went well?', 'Packed with care.'), 'praise'],
  ['rating', 'Rate this', panel => panel.getByRole('radio', { name: /^4/ }).click(), 'rating'],
  ['page', 'About this page', say('What is wrong or missing?', 'A photograph does not load.'), 'problem'],
]

const openForm = (page: Page, form: string) =>
  page.evaluate((form: string) => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    earshot.push(desk => desk.open({ name: 'form', form }))
  }, form)

/** The panel shows these by itself; for the others somebody has to ask. */
const offered = ['problem', 'question', 'idea', 'praise']

async function tellAll(page: Page, panel: Locator, open: (form: string, title: string) => Promise<void>) {
  for (const [form, title, tell] of forms) {
    await open(form, title)
    await heading(page, title).waitFor()
    await tell(panel)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await panel.getByRole('button', { name: 'Done' }).click()
    await heading(page, 'How can we help?').waitFor()
  }
}

/** For `beforeScripts`: what the customer pressed with. */
function watchHands() {
  const hands = ((window as unknown as { hands: string[] }).hands = [] as string[])
  for (const type of ['pointerdown', 'touchstart', 'click'] as const) {
    addEventListener(type, event => {
      // A label passes its press on to its field, without a hand.
      const hand = event instanceof PointerEvent ? event.pointerType : type
      if (event.isTrusted && hand && !hands.includes(hand)) hands.push(hand)
    }, { capture: true })
  }
}

journeys('Every built-in form', (walk, engine) => {
  walk('leads from its first field to “We have it”', async ({ page, url, issues }) => {
    await page.goto(`${url}/requests/`)
    await tellAll(page, await openPanel(page), form => openForm(page, form))
    assert.deepEqual((await issues()).map(issue => [issue.form, issue.kind]), forms.map(([form, , , kind]) => [form, kind]))
    assert.deepEqual((await issues()).find(issue => issue.kind === 'rating')?.rating, { scale: 'csat', value: 4, max: 5 })
  })

  // What the driver of WebKitGTK cannot do is left to `canTap` to say.
  if (canTap(engine)) {
    walk('is told on a phone with nothing but a finger, and arrives', async ({ page, url, issues, beforeScripts }) => {
      beforeScripts(watchHands)
      await page.phone()
      await page.goto(`${url}/requests/`)
      const panel = await openPanel(page)
      await tellAll(page, panel, (form, title) => (offered.includes(form) ? panel.getByRole('button', { name: title }).click() : openForm(page, form)))
      assert.deepEqual((await issues()).map(issue => [issue.form, issue.kind]), forms.map(([form, , , kind]) => [form, kind]))
      assert.deepEqual((await issues()).map(issue => issue.environment?.viewport?.[0]), forms.map(() => 390))
      const hands = await page.evaluate(() => (window as unknown as { hands: string[] }).hands)
      assert.deepEqual(hands.sort(), ['touch', 'touchstart'])
    })
  }
})
