import assert from 'node:assert/strict'
import { chooseFile, heading, openPanel, tellProblem } from './customer.ts'
import { stored } from './stored.ts'
import { journeys } from './world.ts'

const story = 'You charged my order HR-10417 twice.'
const other = 'The lamp flickers as well.'
const detail = 'Please leave out the number of the order.'

journeys('What the receiver will not take as it is', walk => {
  walk('is kept and shown with the reason, changed, and delivered in place of the first', async ({ page, url, intercept, issues, deliveries }) => {
    intercept(async request => {
      if (request.method !== 'POST' || !(await request.clone().text()).includes('HR-10417 twice')) return undefined
      const problem = { type: 'about:blank', title: 'Unprocessable Content', status: 422, detail }
      return new Response(JSON.stringify(problem), { status: 422, headers: { 'content-type': 'application/problem+json' } })
    })
    await page.goto(`${url}/products/wren/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'Not sent yet').waitFor()
    await panel.getByText('It was not taken as it is. Your text is here, unchanged.').waitFor()
    await panel.getByText(`The answer was: ${detail}`).waitFor()

    await page.reload()
    await openPanel(page)
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await panel.getByRole('button', { name: `${story} Needs you` }).click()
    await panel.getByText(`The answer was: ${detail}`).waitFor()
    await panel.getByRole('button', { name: 'Change and send again' }).click()

    const field = panel.getByRole('textbox', { name: 'What happened?' })
    await page.until('the text is back in the form', async () => (await field.value()) === story)
    await field.fill('You charged my order twice.')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()

    const [issue, ...others] = await issues()
    assert.deepEqual(others, [])
    assert.equal(issue?.story, 'You charged my order twice.')
    assert.deepEqual(deliveries.map(({ status }) => status), [422, 201])
    assert.equal(issue.replaces, deliveries[0]?.key, 'it says which one it stands for')
    assert.equal(issue.id, deliveries[1]?.key)

    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await panel.getByRole('button', { name: 'You charged my order twice. With us' }).waitFor()
    assert.equal(await panel.getByRole('button', { name: /Needs you$/ }).count(), 0, 'the first is gone from the list')
  })

  walk('for its weight comes back with its files, goes without one of them, and leaves what was begun meanwhile to be gone on with', async ({ page, url, intercept, issues, deliveries }) => {
    intercept(async request => {
      if (request.method !== 'POST' || !(await request.clone().text()).includes('lamp.txt')) return undefined
      return new Response('', { status: 413 })
    })
    await page.goto(`${url}/products/wren/`)
    const panel = await tellProblem(page, story)
    for (const name of ['bill.txt', 'lamp.txt']) {
      await chooseFile(page, name, `What is in ${name}`)
      await panel.getByRole('button', { name: `Remove ${name}` }).waitFor()
    }
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByText('It is too large to be taken. Please take out a picture or a file, or shorten it.').waitFor()

    // Something else is begun in the same form, before they come back to it.
    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    const field = panel.getByRole('textbox', { name: 'What happened?' })
    await field.fill(other)
    await page.until('it is kept', async () => (await stored(page)).some(text => text.includes(other)))
    await page.reload()
    await openPanel(page)
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await panel.getByRole('button', { name: `${story} Needs you` }).click()
    await panel.getByRole('button', { name: 'Change and send again' }).click()
    await page.until('the text is back in the form', async () => (await field.value()) === story)
    await panel.getByRole('button', { name: 'Remove bill.txt' }).waitFor()
    await panel.getByRole('button', { name: 'Remove lamp.txt' }).click()
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const [issue, ...others] = await issues()
    assert.deepEqual(others, [])
    assert.equal(issue?.replaces, deliveries[0]?.key)
    assert.deepEqual(issue?.attachments?.map(({ name, size }) => [name, size]), [['bill.txt', 19]])

    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    await panel.getByRole('button', { name: 'Go on with it' }).click()
    await page.until('what was begun is there', async () => (await field.value()) === other)
  })
})
