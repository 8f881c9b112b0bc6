import assert from 'node:assert/strict'
import { heading } from './customer.ts'
import type { Page } from './driver/page.ts'
import { hostPath, serves, type HostPage } from './host-page.ts'
import { journeys, type World } from './world.ts'

/** What waits until it is let through. */
function held() {
  let resolve = () => {}
  const promise = new Promise<void>(done => (resolve = done))
  return { promise, resolve: () => resolve() }
}

/** The host's page where all but the launcher's own script is still on its way, until it is let through. */
async function slowly({ page, url, intercept }: World, host: HostPage) {
  const app = held()
  intercept(serves(host, async request => {
    if (request.url.endsWith('/earshot/app.js')) await app.promise
    return undefined
  }))
  await page.goto(url + hostPath)
  await page.until('the script tag has looked at the page', () => page.evaluate(() => !!document.querySelector('earshot-widget')?.shadowRoot))
  return app
}

const launchers = (page: Page) => page.getByRole('button', { name: 'Help' }).count()
const own = '<button id="own">Ask us</button><earshot-widget for="own"><a href="/contact/">Write to the workshop</a></earshot-widget>'

journeys('A press before all of the widget has arrived', (walk, engine) => {
  walk('on a button of the page’s is remembered: the panel opens where it leads, and gives the focus back', async world => {
    const { page } = world
    // Without a type it would send the form that it stands in, and the page would go.
    const app = await slowly(world, { body: '<form action="/elsewhere/"><button data-earshot-open="form:idea">I have an idea</button></form>' })
    const button = page.getByRole('button', { name: 'I have an idea' })
    await button.click()
    await button.click()
    app.resolve()
    await page.getByRole('textbox', { name: 'What is your idea?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.until('the focus is back', async () => (await page.focused()).name === 'I have an idea')
    assert.equal(new URL(await page.evaluate(() => location.href)).pathname, hostPath)
    await button.click()
    await page.getByRole('textbox', { name: 'What is your idea?' }).waitFor()
    await button.click()
    await page.getByRole('dialog', { name: 'Help' }).waitFor('gone')
  })

  walk('on the page’s own button in place of the launcher is remembered, and no launcher is drawn meanwhile', async world => {
    const { page } = world
    const app = await slowly(world, { body: own })
    assert.equal(await launchers(page), 0)
    await page.getByRole('button', { name: 'Ask us' }).click()
    assert.equal(await page.getByRole('link', { name: 'Write to the workshop' }).count(), 0)
    app.resolve()
    await heading(page, 'How can we help?').waitFor()
    assert.equal(await launchers(page), 0)
  })

  walk('on a link follows the link', async world => {
    const { page, url } = world
    const app = await slowly(world, { body: '<a href="/checkout/" data-earshot-open="people">Talk to us</a>' })
    await page.getByRole('link', { name: 'Talk to us' }).click()
    await page.until('it is there', () => page.evaluate(() => location.pathname === '/checkout/').catch(() => false))
    app.resolve()
    assert.equal(await page.evaluate(() => location.origin), url)
  })

  // WebKit fetches nothing for our script while it waits for another one.
  if (engine !== 'webkit') walk('waits for the page’s own element, wherever the script tag stands', async ({ page, url, intercept }) => {
    const rest = held()
    intercept(serves({
      head: '<script>earshot = [() => {}]</script>',
      body: `<script src="/host/slow.js"></script>${own}`,
    }, async request => {
      const { pathname } = new URL(request.url)
      // The rest of the page comes when our script has run.
      if (pathname === '/earshot/app.js') rest.resolve()
      if (pathname !== '/host/slow.js') return undefined
      await rest.promise
      return new Response('', { headers: { 'content-type': 'text/javascript' } })
    }))
    await page.goto(url + hostPath)
    await page.getByRole('button', { name: 'Ask us' }).click()
    await heading(page, 'How can we help?').waitFor()
    assert.deepEqual([await launchers(page), await page.evaluate(() => document.querySelectorAll('earshot-widget').length)], [0, 1])
  })
})
