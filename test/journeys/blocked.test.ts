import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { heading, openPanel, tellProblem } from './customer.ts'
import type { Page } from './driver/page.ts'
import { journeys, type World } from './world.ts'

const story = 'The spout drips on the table.'

/** The customer reads what is the matter, can take their words along, and finds a person who is reached another way. */
async function anotherWayOut(page: Page) {
  await heading(page, 'Kept on this device').waitFor()
  const panel = page.getByRole('dialog', { name: 'Help' })
  await panel.getByText(/Something in between seems to be in the way, such as an ad blocker or a company network\. It is safe here/).waitFor()
  await panel.getByRole('button', { name: 'Copy the text' }).waitFor()
  await panel.getByRole('button', { name: 'Reach a person another way' }).click()
  await panel.getByRole('heading', { name: 'Talk to a person' }).waitFor()
  assert.match((await panel.getByRole('link', { name: /^Call/ }).attribute('href')) ?? '', /^tel:\+/)
}

/** Once nothing is in the way any more it arrives by itself, on whichever page. */
async function arrivesOnce({ url, newPage, intercept, issues }: World) {
  intercept(() => undefined)
  const later = await newPage()
  await later.goto(`${url}/`)
  await later.until('it is delivered without a touch', async () => (await issues()).length > 0)
  assert.deepEqual((await issues()).map(issue => issue.story), [story])
}

journeys('A part of ours that something is in the way of', walk => {
  walk('is nobody’s error: what looks for elements does not come, and the panel works', async ({ page, url, intercept }) => {
    let dropped = 0
    intercept(request => (/\/earshot\/summon-in\b/.test(request.url) ? (dropped++, 'drop') : undefined))
    await page.goto(`${url}/`)
    await openPanel(page)
    await page.until('it was asked for', () => dropped > 0)
  })
})

journeys('An endpoint that something is in the way of', walk => {
  walk('a blocker cuts what goes there, and nothing else: the customer reads so, and is shown another way', async world => {
    const { page, url, closePage, intercept, deliveries } = world
    intercept(request => (new URL(request.url).pathname.startsWith('/issues') ? 'drop' : undefined))
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await anotherWayOut(page)
    assert.deepEqual(deliveries.filter(({ status }) => status !== undefined), [])
    await closePage(page)
    await arrivesOnce(world)
  })

  walk('the page’s own policy forbids it: the same, and the integrator is told which line to add', async world => {
    const { page, url, elsewhere, closePage, intercept, troubles } = world
    const other = `${await elsewhere()}/issues`
    intercept(async (request, proceed) => {
      if (new URL(request.url).pathname !== '/earshot.json') return undefined
      return Response.json({ ...((await (await proceed()).json()) as object), endpoint: other })
    })
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await anotherWayOut(page)
    const problems = await page.evaluate(async () => {
      const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
      return (await new Promise<Desk>(resolve => earshot.push(resolve))).state.problems.map(({ code, message }) => ({ code, message }))
    })
    assert.match(problems.find(({ code }) => code === 'transport/blocked')?.message ?? '', /add its origin to connect-src/)
    await closePage(page)
    for (const trouble of troubles) if (trouble.startsWith('policy connect-src')) troubles.delete(trouble)
    await arrivesOnce(world)
  })
})
