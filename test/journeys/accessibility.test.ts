import assert from 'node:assert/strict'
import { accessibilityProblems } from './accessibility.ts'
import { answer, heading, openPanel, searchFor } from './customer.ts'
import { journeys, type World } from './world.ts'

const story = 'The lid springs open.'

/** Through every view, with axe looking at each. */
async function everyView({ page, url, intercept, issues }: World) {
  const found: string[] = []
  const look = async (view: string) => {
    for (const problem of await accessibilityProblems(page, 'earshot-widget')) found.push(`${view}: ${problem}`)
  }
  let down = true
  intercept(request => (new URL(request.url).pathname === '/issues' && down ? new Response('Out of order', { status: 503 }) : undefined))

  await page.goto(`${url}/products/plover/`)
  await look('launcher')
  const panel = await openPanel(page)
  const back = panel.getByRole('button', { name: 'Back' })
  await panel.getByRole('heading', { name: 'For this page' }).waitFor()
  await look('home')
  await searchFor(page, panel, 'descale')
  await panel.getByRole('button', { name: /^Descal/ }).first().waitFor()
  await look('results')
  await panel.getByRole('button', { name: /^Descal/ }).first().click()
  await panel.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click()
  await panel.getByRole('button', { name: 'I have a question' }).waitFor()
  await look('article that did not help')
  await back.click()
  await searchFor(page, panel, 'zyzzyva')
  await look('no results')
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await panel.getByRole('link', { name: /^Call / }).waitFor()
  await look('people')
  await back.click()
  await back.click()
  await panel.getByRole('button', { name: 'Your requests' }).click()
  await panel.getByText('What you send from this device appears here, with the answers.').waitFor()
  await look('requests, none yet')
  await panel.getByRole('button', { name: 'Close help' }).click()
  await panel.waitFor('gone')

  await page.goto(`${url}/products/plover/`)
  await openPanel(page)
  await panel.getByRole('heading', { name: 'For this page' }).waitFor()
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await panel.getByRole('button', { name: 'Add something else you noticed' }).click()
  await panel.getByRole('textbox', { name: 'Something else you noticed' }).fill('No tape on the box.')
  await panel.getByText('What we send').click()
  await panel.getByText('This page').waitFor()
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('Please say it in a few words.').first().waitFor()
  await look('form with an observation, what is sent, and an error')
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
  await heading(page, 'Kept on this device').waitFor()
  await look('receipt, kept')
  down = false
  await heading(page, 'We have it').waitFor()
  await look('receipt, accepted')
  await answer(url, (await issues())[0]!.id)
  await panel.getByRole('button', { name: 'Done' }).click()
  await panel.getByRole('button', { name: 'Your requests' }).click()
  await panel.getByRole('button', { name: `${story} Answered` }).click()
  await panel.getByText('The pin is in the post.').waitFor()
  await look('requests, with a thread')
  assert.deepEqual(found, [])
}
journeys('Axe', (walk, engine) => {
  walk('finds nothing in any view', everyView)
  // Only this driver can tell a page that its customer prefers dark; the colours are the same in all engines.
  if (engine !== 'chromium') return
  walk('finds nothing in any view in the dark (in Chromium only: other drivers cannot ask for it)', async world => {
    await world.page.prefer('dark')
    await everyView(world)
  })
})
