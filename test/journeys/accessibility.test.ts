import assert from 'node:assert/strict'
import { accessibilityProblems } from './accessibility.ts'
import { chooseFile, heading, openPanel, openProblem, searchFor, tellProblem } from './customer.ts'
import { shareTheTab } from './share-the-tab.ts'
import { answer } from './staff.ts'
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
  await openProblem(panel)
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
  await panel.getByRole('button', { name: `${story} 1 new Answered` }).click()
  await panel.getByText('The pin is in the post.').waitFor()
  await look('requests, with a thread')
  assert.deepEqual(found, [])
}
/** What a form opens when it is asked for, one tap, and a question that comes by itself. */
async function everyPart({ engine, page, url, intercept, beforeScripts }: World) {
  const found: string[] = []
  const look = async (view: string, within = 'earshot-widget') => {
    for (const problem of await accessibilityProblems(page, within)) found.push(`${view}: ${problem}`)
  }
  intercept(async (request, proceed) => {
    if (new URL(request.url).pathname !== '/earshot.json') return undefined
    const asks = [{ id: 'soon', scale: 'ces', question: 'It was easy to find.', where: { url: '/products/wren/' }, when: { seconds: 1 } }]
    return Response.json({ ...((await (await proceed()).json()) as object), asks })
  })
  if (engine === 'chromium') beforeScripts(shareTheTab)
  await page.goto(`${url}/products/plover/`)
  const panel = await tellProblem(page, 'You charged 4111 1111 1111 1111 twice.')
  await panel.getByRole('group', { name: 'This looks private and will not be sent:' }).waitFor()
  await panel.getByRole('button', { name: 'Mend it' }).click()
  await panel.getByRole('button', { name: 'Add something else you noticed' }).click()
  await panel.getByRole('textbox', { name: 'Something else you noticed' }).fill('No tape on the box.')
  await chooseFile(page, 'kettle.txt', 'It boils.')
  await panel.getByRole('button', { name: 'Remove kettle.txt' }).waitFor()
  await panel.getByText('What we send').click()
  await panel.getByRole('checkbox', { name: 'Also send what went wrong technically on this page' }).click()
  await look('form with all its extras, and what looks private')
  await panel.getByRole('button', { name: 'Show us where' }).click()
  await page.getByRole('button', { name: 'Take this part' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await look('pointing', 'earshot-pointer')
  await page.keyboard.press('Enter')
  await panel.getByText(/^The part: /).waitFor()
  await panel.getByRole('button', { name: 'Add a picture of this page' }).click()
  const editor = page.getByRole('dialog', { name: 'Picture of this page' })
  await editor.getByRole('radio', { name: 'Black out' }).click()
  await page.keyboard.press('Enter')
  await editor.getByRole('button', { name: 'Black box 1 of 1' }).waitFor()
  await look('editor')
  await editor.getByRole('button', { name: 'Done' }).click()
  await panel.getByRole('img', { name: 'Your picture of this page' }).waitFor()
  await look('form with a picture and a part of the page')
  await panel.getByRole('button', { name: 'Close help' }).click()

  await page.getByRole('radiogroup', { name: /^Is this good\?/ }).getByRole('radio', { name: 'Not good' }).click()
  await page.getByRole('textbox', { name: 'Would you like to say why?' }).waitFor()
  await look('rating after a tap', 'earshot-rating')

  await page.goto(`${url}/products/wren/`)
  await page.getByRole('group', { name: 'A short question' }).waitFor()
  await look('question that comes by itself')
  await page.getByRole('group', { name: 'A short question' }).getByRole('radio').first().click()
  await page.getByRole('group', { name: 'A short question' }).getByRole('textbox').waitFor()
  await look('question that was answered')
  assert.deepEqual(found, [])
}

journeys('Axe', (walk, engine) => {
  walk('finds nothing in any view', everyView)
  walk('finds nothing in what a form opens, in one tap and in a question', everyPart)
  // Only this driver can tell a page that its customer prefers dark; the colours are the same in all engines.
  if (engine !== 'chromium') return
  walk('finds nothing in any view in the dark (in Chromium only: other drivers cannot ask for it)', async world => {
    await world.page.prefer('dark')
    await everyView(world)
  })
  walk('finds nothing in what a form opens, in one tap and in a question in the dark (in Chromium only, as above)', async world => {
    await world.page.prefer('dark')
    await everyPart(world)
  })
})
