import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { Alone, isAsked, plainHost } from './chromium-alone.ts'
import { hostPath, serves } from './host-page.ts'

const story = 'The spout drips.'

async function tellProblem(page: Page) {
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('button', { name: 'Something is wrong' }).click()
  await page.getByRole('textbox', { name: 'What happened?' }).fill(story)
}

const sent = async (page: Page) => {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: 'We have it' }).waitFor()
}

describe('In a place where much is missing, in chromium', { skip: !isAsked }, () => {
  const alone = new Alone()

  it('on plain http:, without locks, subtle and randomUUID: kept and received, and a second visit finds it', async () => {
    const { page, port } = await alone.open()
    await page.goto(`http://${plainHost}:${port}/products/heron/`)
    assert.deepEqual(await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto, 'subtle' in crypto]), [false, false, false, false])
    await tellProblem(page)
    await sent(page)
    await page.reload()
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('button', { name: 'Your requests' }).click()
    await page.getByRole('button', { name: new RegExp(story) }).waitFor()
    assert.deepEqual(alone.troubles, [])
  })

  it('in a frame that may keep nothing: sent while it is open', async () => {
    const { page, url } = await alone.open()
    const framed = serves({ headers: { 'access-control-allow-origin': '*' } })
    alone.intercept = async (request, proceed) => {
      if (new URL(request.url).pathname === '/outside/') {
        return new Response(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Outside</title><iframe sandbox="allow-scripts allow-forms" src="${hostPath}" width="600" height="700"></iframe>`, { headers: { 'content-type': 'text/html' } })
      }
      const answer = (await framed(request, proceed)) ?? (await proceed())
      // An origin that is nobody's: whoever serves such a frame lets it read.
      if (answer instanceof Response && !answer.headers.has('access-control-allow-origin')) answer.headers.set('access-control-allow-origin', '*')
      return answer
    }
    await page.goto(`${url}/outside/`)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Help', exact: true }).click()
    await frame.getByRole('button', { name: 'Something is wrong' }).click()
    await frame.getByRole('textbox', { name: 'What happened?' }).fill(story)
    await frame.getByRole('button', { name: 'Send', exact: true }).click()
    await frame.getByRole('heading', { name: /^(We have it|Not sent yet)$/ }).waitFor()
    alone.intercept = () => undefined
    assert.deepEqual(alone.troubles, [])
  })

  it('is kept whole in the back-forward cache, after an issue too, and goes on when the page comes back', async () => {
    const { page, url } = await alone.open()
    await page.goto(`${url}/products/heron/`)
    await page.evaluate(() => addEventListener('pageshow', event => Object.assign(window, { persisted: event.persisted })))
    await tellProblem(page)
    await sent(page)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'I have an idea' }).click()
    await page.getByRole('textbox', { name: 'What is your idea?' }).fill('Make it blue.')
    await page.goto(`${url}/help/`)
    await page.goBack({ waitUntil: 'commit' })
    await page.waitForFunction(() => 'persisted' in window)
    assert.equal(await page.evaluate(() => (window as unknown as { persisted: boolean }).persisted), true)
    const { reasons } = await page.evaluate(() => ({ reasons: (performance.getEntriesByType('navigation')[0] as unknown as { notRestoredReasons: unknown }).notRestoredReasons }))
    assert.equal(reasons, null)
    assert.equal(await page.getByRole('textbox', { name: 'What is your idea?' }).inputValue(), 'Make it blue.')
    await sent(page)
    assert.deepEqual(alone.troubles, [])
  })

  it('on paper there is the article, whole, and neither launcher nor panel', async () => {
    const { page, url } = await alone.open()
    alone.intercept = serves({ body: '<earshot-article article="returns"></earshot-article>' })
    await page.goto(url + hostPath)
    const article = page.locator('body > earshot-article')
    await article.getByRole('group', { name: 'Did this help?' }).waitFor()
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('dialog', { name: 'Help' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('button', { name: 'Help', exact: true }).count(), 0)
    assert.equal(await page.getByRole('dialog', { name: 'Help' }).count(), 0)
    const cut = await article.evaluate(element => {
      const all = [element, ...element.shadowRoot!.querySelectorAll<HTMLElement>('*')]
      return all.filter(each => each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY !== 'visible').map(each => each.localName)
    })
    assert.deepEqual(cut, [])
    const text = await article.locator('.root').first().innerText()
    assert.ok(text.length > 1_000, `the whole article, ${text.length} characters`)
    await page.emulateMedia({ media: 'screen' })
    alone.intercept = () => undefined
  })

  it('at 400 % and with letters twice as large, nothing has to be scrolled sideways, and the form can be sent', async () => {
    const { page, url, devtools } = await alone.open()
    await page.goto(`${url}/products/heron/`)
    // What 1280 by 1024 pixels are at 400 %.
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 256, deviceScaleFactor: 4, mobile: false })
    await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
    await tellProblem(page)
    const sideways = () => page.evaluate(() => {
      const root = document.querySelector('earshot-widget')!.shadowRoot!
      const body = root.querySelector<HTMLElement>('[part=body]')!
      const panel = root.querySelector('#panel')!.getBoundingClientRect()
      return [body.scrollWidth - body.clientWidth, Math.max(0, -panel.left), Math.max(0, panel.right - innerWidth), Math.max(0, -panel.top)].map(Math.round)
    })
    assert.deepEqual(await sideways(), [0, 0, 0, 0])
    await sent(page)
    assert.deepEqual(await sideways(), [0, 0, 0, 0])
    assert.deepEqual(alone.troubles, [])
  })
})
