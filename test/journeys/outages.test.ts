import assert from 'node:assert/strict'
import { heading, openPanel, readyForOffline, tellProblem } from './customer.ts'
import { journeys, type Delivery } from './world.ts'

const story = 'The checkout does not take my postcode.'
const send = 'Send'

/** However often it was sent: one issue, with the same key and the same bytes each time. */
function assertOneEffect(deliveries: readonly Delivery[], issues: readonly { id: string; story?: string }[]) {
  assert.deepEqual(issues.map(issue => issue.story), [story])
  assert.deepEqual([...new Set(deliveries.map(({ key }) => key))], [issues[0]?.id])
  assert.equal(new Set(deliveries.map(({ body }) => body)).size, 1, 'the same bytes each time')
}

journeys('What was sent in an outage', walk => {
  walk('while offline is kept, outlives the page, and is delivered once when the shop is next opened', async ({ page, url, newPage, closePage, offline, issues, deliveries }) => {
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await readyForOffline(page)
    offline(true)
    await panel.getByRole('button', { name: send }).click()
    await heading(page, 'Kept on this device').waitFor()
    await panel.getByText('It is safe here. We will send it as soon as there is a connection.').first().waitFor()
    await closePage(page)
    assert.deepEqual(await issues(), [])

    offline(false)
    const later = await newPage()
    await later.goto(`${url}/`)
    await later.until('it is delivered without a touch', async () => (await issues()).length > 0)
    const again = await openPanel(later)
    await again.getByRole('button', { name: 'Your requests' }).click()
    await again.getByRole('button', { name: `${story} With us` }).waitFor()
    assertOneEffect(deliveries, await issues())
    assert.equal(deliveries.length, 1)
  })

  walk('is delivered once after a 500 and a 429, not before the time the 429 asked for, and the heading says so', async ({ page, url, intercept, issues, deliveries }) => {
    const times: number[] = []
    intercept(request => {
      if (request.method !== 'POST') return undefined
      times.push(performance.now())
      if (times.length === 1) return new Response('Out of order', { status: 500 })
      return times.length === 2 ? new Response(null, { status: 429, headers: { 'retry-after': '1' } }) : undefined
    })
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: send }).click()
    await heading(page, 'Kept on this device').waitFor()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual(deliveries.map(({ status }) => status), [500, 429, 201])
    assertOneEffect(deliveries, await issues())
    assert.ok(times[2]! - times[1]! >= 1000, `${times[2]! - times[1]!} ms after the 429`)
  })

  walk('whose answer was lost on the way is told from a new one: sent twice, there once', async ({ page, url, intercept, issues, deliveries }) => {
    let lost = 0
    intercept(async (request, proceed) => {
      if (request.method !== 'POST' || lost++) return undefined
      await proceed()
      return 'drop'
    })
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: send }).click()
    await heading(page, 'We have it').waitFor()
    assert.ok(deliveries.length > 1, `${deliveries.length} deliveries`)
    assert.equal(deliveries.at(-1)?.status, 200)
    assertOneEffect(deliveries, await issues())
  })

  walk('by two pages at once is delivered once by either', async ({ page, url, newPage, offline, issues, deliveries }) => {
    await page.goto(`${url}/products/heron/`)
    const panel = await tellProblem(page, story)
    await readyForOffline(page)
    offline(true)
    await panel.getByRole('button', { name: send }).click()
    await heading(page, 'Kept on this device').waitFor()
    offline(false)
    const second = await newPage()
    await second.goto(`${url}/`)
    await heading(page, 'We have it').waitFor()
    assertOneEffect(deliveries, await issues())
  })
})
