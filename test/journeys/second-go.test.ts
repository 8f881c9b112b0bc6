// What a page asks of the script tag is done, whatever comes late, at the second go, or under another name.
import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { heading } from './customer.ts'
import type { Page } from './driver/page.ts'
import { hostPath, serves } from './host-page.ts'
import { withSettings } from './own-settings.ts'
import { journeys, type Intercept } from './world.ts'

/** What is waited for until somebody says so. */
function gate() {
  let open = () => {}
  const opened = new Promise<undefined>(resolve => (open = () => resolve(undefined)))
  return { opened, open }
}

interface Asking { earshot: { push(...callbacks: ((desk: Desk) => void)[]): void }; done: string[] }

const asks = `<script>done = []; earshot = [() => done.push('first'), () => done.push('second')]</script>`
const done = (page: Page) => page.evaluate(() => (window as unknown as Asking).done.join(', '))

/** The first fetch of a part comes to nothing. */
const failsOnce = (part = 'app.js'): Intercept => {
  let hasFailed = false
  return request => {
    if (hasFailed || !request.url.endsWith(`/earshot/${part}`)) return undefined
    hasFailed = true
    return new Response('', { status: 503 })
  }
}

journeys('The script tag', (walk, engine) => {
  // Whether a part that has failed once is fetched again is each engine's own affair; Chromium does.
  if (engine === 'chromium') walk('does what the page asked for, and what it asks for together, though its first part did not come at once', async ({ page, url, intercept }) => {
    intercept(serves({ head: asks }, failsOnce()))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Help' }).click()
    await heading(page, 'How can we help?').waitFor()
    await page.until('both are done', async () => (await done(page)) === 'first, second')
    await page.evaluate(() => {
      const { earshot, done } = window as unknown as Asking
      earshot.push(() => done.push('third'), () => done.push('fourth'))
    })
    await page.until('these, too', async () => (await done(page)) === 'first, second, third, fourth')
  })

  walk('shows the owner’s own link where a launcher does not come, until it does', async ({ page, url, intercept }) => {
    intercept(serves({}, failsOnce('launcher.js')))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Help' }).click()
    await heading(page, 'How can we help?').waitFor()
    await page.getByRole('button', { name: 'Close help' }).click()
    // A page that takes our widget out and puts one of its own in.
    await page.evaluate(() => {
      document.querySelector('earshot-widget')!.remove()
      document.body.insertAdjacentHTML('beforeend', '<earshot-widget><a href="mailto:help@shop.example">Write to us</a></earshot-widget>')
    })
    const link = page.getByRole('link', { name: 'Write to us' })
    await link.waitFor()
    assert.equal(await page.getByRole('button', { name: 'Help' }).count(), 0)
    if (engine !== 'chromium') return
    await page.evaluate(() => (window as unknown as Asking).earshot.push(desk => (desk.open(), desk.close())))
    await page.getByRole('button', { name: 'Help' }).waitFor()
    await link.waitFor('gone')
  })

  walk('shows launcher and panel where the settings file names the desk', async ({ page, url, intercept }) => {
    intercept(serves({}, withSettings(settings => ({ ...settings, desk: 'shop' }))))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Help' }).click()
    await heading(page, 'How can we help?').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Help' }).count(), 1)
  })

  // WebKit fetches nothing for our script while it waits for another one.
  if (engine !== 'webkit') walk('shows them, too, where the desk is there before the end of the page', async ({ page, url, intercept }) => {
    const named = withSettings(settings => ({ ...settings, desk: 'shop' }))
    const asked = gate()
    intercept(serves({ head: `<script>earshot = [() => fetch('/host/desk')]</script>`, body: '<script src="/host/slow.js"></script>' }, async (request, proceed) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/host/desk') asked.open()
      if (pathname === '/host/slow.js') await asked.opened
      return pathname.startsWith('/host/') ? new Response('', { headers: { 'content-type': 'text/javascript' } }) : named(request, proceed)
    }))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Help' }).click()
    await heading(page, 'How can we help?').waitFor()
  })

  walk('opens the panel without its settings where their server never answers', async ({ page, url, intercept, beforeScripts }) => {
    const settings = gate()
    // Our own time limit, in a hurry.
    beforeScripts(() => {
      const { timeout } = AbortSignal
      AbortSignal.timeout = ms => timeout.call(AbortSignal, ms / 20)
    })
    intercept(serves({}, request => (request.url.endsWith('/earshot.json') ? settings.opened : undefined)))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Help' }).click()
    await heading(page, 'How can we help?').waitFor()
    settings.open()
  })
})
