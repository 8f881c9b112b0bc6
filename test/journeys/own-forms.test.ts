import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { heading, openPanel, searchFor } from './customer.ts'
import { journeys } from './world.ts'

const hostile = '<img src=x onerror="document.title=\'taken\'">\u202Etxet'

/** What an owner can get wrong, each with what is told about it. */
const forms = [
  {
    id: 'problem',
    fields: [
      'story',
      { type: 'hologram', name: 'shape', label: 'Shape' },
      { type: 'text', name: 'hen', label: 'Hen', showIf: { field: 'egg', answered: true } },
      { type: 'text', name: 'egg', label: 'Egg', showIf: { field: 'hen', answered: true } },
      { type: 'text', name: 'twin', label: 'First twin' },
      { type: 'text', name: 'twin', label: 'Second twin' },
      { type: 'text', name: 'label', label: hostile },
      { type: 'text', name: 'number', label: 7 },
      'contact',
    ],
  },
  { id: 'rating', scale: 'smileys' },
  { id: 'census', fields: Array.from({ length: 1_000 }, (_, i) => ({ type: 'text', name: `question${i}`, label: `Question ${i}` })) },
]

const told = ['form/unknown-type', 'form/cycle', 'form/duplicate-name', 'form/wrong-text', 'form/wrong-value', 'form/too-many-fields']

journeys('Forms of the owner’s that are wrong', walk => {
  walk('are told with their places, and the panel, the search and the form work all the same', async ({ page, url, intercept, issues }) => {
    intercept(async (request, proceed) => {
      if (new URL(request.url).pathname !== '/earshot.json') return undefined
      return Response.json({ ...((await (await proceed()).json()) as object), forms })
    })
    await page.goto(`${url}/products/plover/`)
    const title = await page.evaluate(() => document.title)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'descale')
    await panel.getByRole('button', { name: /^Descal/ }).first().waitFor()
    await panel.getByRole('searchbox', { name: 'Search for help' }).fill('')
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    await panel.getByRole('textbox', { name: 'What happened?' }).fill('The lid springs open.')
    for (const name of ['Hen', 'Egg', 'First twin']) await panel.getByRole('textbox', { name }).waitFor()
    for (const name of ['Shape', 'Second twin']) assert.equal(await panel.getByRole('textbox', { name }).count(), 0)
    await panel.getByRole('textbox', { name: /^<img src=x/ }).fill('as text')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual((await issues())[0]?.answers, { label: 'as text' })
    assert.equal(await page.evaluate(() => document.title), title)

    const problems = await page.evaluate(async () => {
      const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
      const { state } = await new Promise<Desk>(resolve => earshot.push(resolve))
      return state.problems.map(({ code, path = '' }) => ({ code, path }))
    })
    for (const code of told) assert.ok(problems.some(each => each.code === code && each.path.startsWith('/forms/')), `${code} in ${JSON.stringify(problems)}`)
  })
})
