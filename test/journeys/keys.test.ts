import assert from 'node:assert/strict'
import { openPanel } from './customer.ts'
import type { Page } from './driver/page.ts'
import { hostPage, serveHosts } from './host-library.ts'
import { journeys, type World } from './world.ts'

async function visit({ page, url, intercept }: World) {
  intercept(serveHosts)
  await page.goto(url + hostPage('keys'))
  const panel = await openPanel(page)
  await page.until('keys are kept inside', () => page.evaluate(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/earshot/keys-inside.js'))))
  return panel
}

const heard = (page: Page) => page.evaluate(() => (globalThis as never as { heard: string[] }).heard.splice(0))

/** Only who listens at the window on the way down, and came first, could hear anything; these came later. */
journeys('The shortcuts of a page', walk => {
  walk('never hear what is typed in the panel, and hear everything else', async world => {
    const { page } = world
    const panel = await visit(world)
    await heard(page)
    const search = panel.getByRole('searchbox', { name: 'Search for help' })
    await search.fill('k/ lamp')
    assert.equal(await search.value(), 'k/ lamp')
    await page.keyboard.press('Enter')
    await panel.getByRole('listitem').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.until('the arrow leads to the first row', async () => (await page.focused()).role === 'button')
    await page.keyboard.press('ArrowUp')
    await page.until('and back', () => search.isFocused())
    await page.keyboard.press('Shift+Tab')
    assert.notEqual((await page.focused()).role, 'searchbox')
    await page.keyboard.press('Tab')
    assert.equal(await search.isFocused(), true)
    // First what is typed, then the panel.
    await page.keyboard.press('Escape')
    await page.until('the search is empty', async () => (await search.value()) === '')
    await page.keyboard.press('Escape')
    await panel.waitFor('gone')
    assert.deepEqual(await heard(page), [])
    await page.keyboard.press('k')
    const after = await heard(page)
    for (const who of ['hotkeys-js k', 'mousetrap k', 'tinykeys k', 'body keydown k']) assert.ok(after.includes(who), `${who}, of ${after.join(', ')}`)
  })

  walk('are no shortcuts of ours, until the owner wants one', async world => {
    const { page } = world
    world.intercept(async (request, proceed) => {
      if (!request.url.endsWith('/earshot.json')) return serveHosts(request, proceed)
      return Response.json({ ...(await (await proceed()).json() as object), shortcut: 'Control+Shift+H' })
    })
    await page.goto(world.url + hostPage('keys'))
    const panel = page.getByRole('dialog', { name: 'Help' })
    await page.until('the shortcut is heard', () => page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/earshot/shortcut.js'))))
    const field = page.getByRole('textbox', { name: 'Search orders' })
    await field.fill('h')
    assert.equal(await panel.count(), 0)
    await page.keyboard.press('Control+Shift+H')
    await panel.getByRole('searchbox', { name: 'Search for help' }).fill('h')
    await page.keyboard.press('Control+Shift+H')
    await panel.waitFor('gone')
    await page.until('the customer is where they were', () => field.isFocused())
    assert.equal(await field.value(), 'h')
  })
})
