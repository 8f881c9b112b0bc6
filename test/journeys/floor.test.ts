// A part of the widget that does not come takes nothing with it: not the page, not what was typed, not the way to a person.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { shopPolicy } from '../../demo/server/security.ts'
import { Alone, isAsked } from './chromium-alone.ts'
import type { Interception } from '../../demo/start.ts'
import { mishaps, pillars } from './floor.ts'

const story = 'The lid springs open.'
const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title></head><body><main><h1>Floor</h1><button>Ours</button></main>
<earshot-widget><a href="mailto:hello@shop.example">Write to us</a></earshot-widget>
<script async src="/earshot.js" data-config="/earshot.json"></script></body></html>`

/** As far as a customer gets, step by step; each waits for what it needs, and no longer than a customer would. */
async function walk(page: Page): Promise<void> {
  const button = (name: string) => panel.getByRole('button', { name, exact: true })
  const panel = page.getByRole('dialog', { name: 'Help' })
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await panel.getByRole('searchbox', { name: 'Search for help' }).fill('return')
  await panel.getByRole('listitem').first().click()
  await panel.getByRole('group', { name: 'Did this help?' }).waitFor()
  await button('Back').click()
  await button('Back').click()
  await button('Something is wrong').click()
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await button('Send').click()
  await panel.getByRole('heading', { name: 'We have it' }).waitFor()
}

/** Some way to a person that can be seen and pressed, wherever the walk has ended. */
const wayOut = (page: Page) => page.getByRole('link', { name: 'Write to us' })
  .or(page.getByRole('dialog').getByRole('button', { name: /^Talk to a person|^Write a message/ }))
  .or(page.getByRole('dialog').getByRole('link', { name: /@|^\+|^Call|^Write/ }))
  .or(page.getByRole('heading', { name: 'We have it' })).first()

/** Whether what was typed stands in a field of ours. */
const isThere = (page: Page) => page.evaluate((story: string) => {
  const has = (element: Element): boolean => [...(element.shadowRoot?.querySelectorAll('*') ?? [])].some(each => (each as HTMLTextAreaElement).value === story || has(each))
  return [...document.querySelectorAll('earshot-widget')].some(has)
}, story)

if (isAsked) {
  describe('A part that does not come', () => {
    const alone = new Alone()
    const asked = new Set<string>()
    const standOn = (instead?: (pathname: string) => Interception) => {
      alone.intercept = request => {
        const { pathname } = new URL(request.url)
        if (pathname === '/floor/') return new Response(host, { headers: { 'content-type': 'text/html', 'content-security-policy': shopPolicy } })
        return instead?.(pathname)
      }
    }

    it('is one of many that a customer needs on the whole way', async () => {
      const { page, url } = await alone.open()
      standOn()
      page.on('request', request => asked.add(new URL(request.url()).pathname))
      await page.goto(`${url}/floor/`)
      await walk(page)
      for (const pillar of pillars) assert.ok(asked.has(`/earshot/${pillar}.js`), pillar)
    })

    it('leaves the page as it is, what was typed, and a way to a person', async () => {
      const parts = process.env['FLOOR'] === 'all' ? [...asked].filter(path => path.startsWith('/earshot/')) : pillars.map(name => `/earshot/${name}.js`)
      const fallen: string[] = []
      for (const [index, part] of parts.entries()) {
        const [how, instead] = mishaps[index % mishaps.length]!
        const { page, url } = await alone.open()
        page.setDefaultTimeout(2_500)
        standOn(pathname => (pathname === part ? instead() : undefined))
        const errors: string[] = []
        page.on('pageerror', error => errors.push(error.message))
        await page.goto(`${url}/floor/`)
        const isTold = await walk(page).then(() => true, () => false)
        const hasWay = await wayOut(page).waitFor().then(() => true, () => false)
        const wasTyped = await page.getByRole('textbox', { name: 'What happened?' }).count() > 0
        const isKept = isTold || !wasTyped || await isThere(page)
        if (!hasWay || !isKept || errors.length) fallen.push([part, how, !hasWay && 'no way to a person', !isKept && 'the words are gone', ...errors].filter(Boolean).join(', '))
      }
      assert.deepEqual([fallen, alone.troubles], [[], []])
    })
  })
}
