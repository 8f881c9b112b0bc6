import assert from 'node:assert/strict'
import { heading, openPanel } from './customer.ts'
import { journeys, type Intercept } from './world.ts'

/** The page as it is served, but for one thing. */
const changed = (path: string, change: (page: string) => string): Intercept => async (request, proceed) => {
  if (new URL(request.url).pathname !== path) return undefined
  const answer = await proceed()
  return new Response(change(await answer.text()), { headers: answer.headers })
}

const page = '/products/heron/'
const ownElement = '<earshot-widget><a href="/contact/">Write to the workshop</a></earshot-widget></body>'

journeys('The script tag', walk => {
  walk('does what was asked of it before it arrived, and after', async ({ page: shop, url, beforeScripts }) => {
    beforeScripts(() => {
      const host = window as unknown as { earshot?: { push(callback: (desk: { open(view: object): void }) => void): void } }
      ;(host.earshot ??= [] as never).push(desk => desk.open({ name: 'people' }))
    })
    await shop.goto(url + page)
    await heading(shop, 'Talk to a person').waitFor()
    await shop.evaluate(() => {
      const { earshot } = window as unknown as { earshot: { push(callback: (desk: { open(view: object): void }) => void): void } }
      earshot.push(desk => desk.open({ name: 'form', form: 'idea' }))
    })
    await shop.getByRole('textbox', { name: 'What is your idea?' }).waitFor()
  })

  walk('included twice draws one launcher, and it works', async ({ page: shop, url, intercept }) => {
    intercept(changed(page, html => html.replace('</body>', '<script async src="/earshot.js?again" data-config="/earshot.json"></script></body>')))
    await shop.goto(url + page)
    await openPanel(shop)
    assert.equal(await shop.getByRole('button', { name: 'Help' }).count(), 1)
  })

  walk('leaves the page its own link when the rest cannot be fetched', async ({ page: shop, url, intercept }) => {
    const own = changed(page, html => html.replace('</body>', ownElement))
    let asked = 0
    intercept((request, proceed) => (request.url.endsWith('/earshot/app.js') ? (asked++, new Response('', { status: 404 })) : own(request, proceed)))
    await shop.goto(url + page)
    const [link, launcher] = [shop.getByRole('link', { name: 'Write to the workshop' }), shop.getByRole('button', { name: 'Help' })]
    await shop.until('the launcher has given way to the link', async () => asked > 0 && (await launcher.count()) === 0 && (await link.count()) === 1)
  })

  walk('uses the element that stands in the page, and covers its link only while it works', async ({ page: shop, url, intercept }) => {
    intercept(changed(page, html => html.replace('</body>', ownElement)))
    await shop.goto(url + page)
    await openPanel(shop)
    assert.equal(await shop.getByRole('link', { name: 'Write to the workshop' }).count(), 0)
    assert.equal(await shop.evaluate(() => document.querySelectorAll('earshot-widget').length), 1)
  })

  walk('without a launcher is opened by the page alone', async ({ page: shop, url, intercept }) => {
    intercept(changed(page, html => html.replace('<script async src="/earshot.js"', '$& data-without-launcher')))
    await shop.goto(url + page)
    await shop.evaluate(() => {
      const { earshot } = window as unknown as { earshot: { push(callback: (desk: { open(): void }) => void): void } }
      earshot.push(desk => desk.open())
    })
    await heading(shop, 'How can we help?').waitFor()
    assert.equal(await shop.getByRole('button', { name: 'Help' }).count(), 0)
    const place = await shop.evaluate(() => {
      const { right, width } = getComputedStyle(document.querySelector('earshot-widget')!.shadowRoot!.querySelector('[part=panel]')!)
      return { right, width }
    })
    assert.deepEqual(place, { right: '20px', width: '400px' })
  })

  walk('wakes an element that the page adds later', async ({ page: shop, url }) => {
    await shop.goto(url + page)
    await openPanel(shop)
    await shop.evaluate(() => document.querySelector('main')!.append(document.createElement('earshot-requests')))
    await heading(shop, 'Your requests').waitFor()
  })

  walk('goes on with the settings of the tag when the file of settings is broken', async ({ page: shop, url, intercept }) => {
    const own = changed(page, html => html.replace('data-config="/earshot.json"', 'data-config="/broken.json" data-articles="/help/index.json" data-placement="bottom-start"'))
    intercept((request, proceed) => (request.url.endsWith('/broken.json') ? new Response('{not json') : own(request, proceed)))
    await shop.goto(url + page)
    const panel = await openPanel(shop)
    await panel.getByRole('heading', { name: 'For this page' }).waitFor()
    assert.equal(await shop.evaluate(() => document.querySelector('earshot-widget')!.getAttribute('placement')), 'bottom-start')
  })
})
