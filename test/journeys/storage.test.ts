import assert from 'node:assert/strict'
import type { Page } from './driver/page.ts'
import { heading, openPanel, openProblem, tellProblem } from './customer.ts'
import { stored } from './stored.ts'
import { journeys } from './world.ts'

/** Counts what would leave a trace, and the look at start-up whether an earlier page left something: it comes last. */
function countTraces() {
  const traces = { looked: 0, written: [] as string[] }
  Object.assign(window, { traces })
  const { databases, open } = IDBFactory.prototype
  const { setItem } = Storage.prototype
  IDBFactory.prototype.databases = function () {
    traces.looked++
    return databases.call(this)
  }
  IDBFactory.prototype.open = function (name, version) {
    traces.written.push(`open ${name}`)
    return open.call(this, name, version)
  }
  Storage.prototype.setItem = function (key, value) {
    traces.written.push(`set ${key}`)
    setItem.call(this, key, value)
  }
}

const traces = (page: Page) => page.evaluate(() => (window as unknown as { traces: { looked: number; written: string[] } }).traces)

journeys('What the browser keeps', walk => {
  walk('is nothing when the page is loaded, and nothing when the panel is opened, looked through and closed', async ({ page, url, beforeScripts }) => {
    beforeScripts(countTraces)
    await page.goto(`${url}/products/plover/`)
    await page.until('everything has arrived and looked for what an earlier page left', async () => (await traces(page)).looked > 0)
    assert.deepEqual((await traces(page)).written, [])

    const panel = await openPanel(page)
    await panel.getByRole('heading', { name: 'For this page' }).waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await panel.getByRole('link', { name: /^Call / }).waitFor()
    await panel.getByRole('button', { name: 'Back' }).click()
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await panel.getByText('What you send from this device appears here, with the answers.').waitFor()
    await panel.getByRole('button', { name: 'Back' }).click()
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    await heading(page, 'Something is wrong').waitFor()
    await panel.getByRole('button', { name: 'Close help' }).click()
    await panel.waitFor('gone')
    assert.deepEqual((await traces(page)).written, [])
    assert.deepEqual(await stored(page), [])
  })

  walk('is the draft: what was typed is back after a reload, and forgotten when it is sent', async ({ page, url }) => {
    const story = 'One of the hands of my Bittern is bent.'
    await page.goto(`${url}/products/bittern/`)
    const panel = await tellProblem(page, story)
    await page.until('the draft is kept', async () => (await stored(page)).some(text => text.includes(story)))
    await page.reload()
    await openPanel(page)
    await openProblem(panel)
    const field = panel.getByRole('textbox', { name: 'What happened?' })
    await page.until('the draft is back', async () => (await field.value()) === story)

    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    assert.equal(await field.value(), '')
    await page.reload()
    await openPanel(page)
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    await field.waitFor()
    assert.equal(await field.value(), '')
  })
})
