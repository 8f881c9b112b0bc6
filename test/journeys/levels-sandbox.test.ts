import assert from 'node:assert/strict'
import { at, withoutTabs } from './levels-parts.ts'
import { htmlArticle, tellShortly, walkThrough } from './levels-walk.ts'
import { heading } from './customer.ts'
import type { LevelOptions } from './levels-shop.ts'
import { journeys } from './world.ts'

const sandbox: LevelOptions = {
  level: 'sandbox',
  settings: settings => ({ ...settings, articles: [settings['articles'], [htmlArticle]] }),
  before: withoutTabs,
  spam: { proof: { cost: 1, worker: false } },
}

const outside = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Outside</title>
<iframe sandbox="allow-scripts" src="/products/heron/" title="The shop" width="900" height="700"></iframe>
<script>addEventListener('message', ({ data }) => document.body.append(data))</script>`

/** For `before`: what a customer does in the frame, where no driver reaches; what came of it is told outside. It travels as text. */
function tellInside() {
  if (parent === window) return
  const find = async (...path: string[]) => {
    for (;;) {
      let place: ParentNode | null | undefined = document
      let found: HTMLElement | null | undefined
      for (const selector of path) {
        found = place?.querySelector<HTMLElement>(selector)
        place = found?.shadowRoot
      }
      if (found) return found
      await new Promise(requestAnimationFrame)
    }
  }
  addEventListener('load', async () => {
    const launcher = await find('earshot-widget', '[part~=launcher]')
    launcher.click()
    const problem = await find('earshot-widget', 'earshot-help', '.kinds button')
    problem.click()
    const story = await find('earshot-widget', 'earshot-feedback', 'textarea')
    ;(story as HTMLTextAreaElement).value = 'The lid of my Plover springs open.'
    story.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    const send = await find('earshot-widget', 'earshot-feedback', '[part~=send]')
    send.click()
    const heading = await find('earshot-widget', 'earshot-receipt', 'h2')
    while (!heading.textContent?.includes('We have it')) await new Promise(requestAnimationFrame)
    parent.postMessage(`${origin}: ${heading.textContent.trim()}`, '*')
  })
}

journeys('In a sandbox', walk => {
  walk('every part works, and nothing is reported', async ({ page }) => {
    await at(page, sandbox, async shop => {
      await walkThrough({ shop, page, html: true, picture: 'refused' })
      assert.equal(await page.evaluate(() => origin), 'null')
      assert.deepEqual(await shop.troubles(page), [])
    })
  })

  walk('that keeps its origin, and may not send forms, a problem is told', async ({ page }) => {
    const policy = (text: string) => text.replace(/sandbox [^;]+/, 'sandbox allow-scripts allow-same-origin')
    await at(page, { ...sandbox, policy }, async shop => {
      await shop.visit(page, '/products/heron/')
      await tellShortly(page)
      await heading(page, 'We have it').waitFor()
      assert.deepEqual(await shop.troubles(page), [])
    })
  })

  walk('that only its frame makes, and that may not send forms, a problem is told', async ({ page }) => {
    const policy = (text: string) => text.replace(/sandbox [^;]+;\s*/, '')
    const also = (path: string) => path === '/outside/' ? new Response(outside, { headers: { 'content-type': 'text/html' } }) : undefined
    await at(page, { ...sandbox, policy, also, before: tellInside }, async shop => {
      await shop.visit(page, '/outside/')
      await page.getByText('null: We have it').waitFor()
      assert.deepEqual(await shop.troubles(page), [])
    })
  })
})
