import assert from 'node:assert/strict'
import { openPanel } from './customer.ts'
import { at, inHead, partOf, withoutTabs } from './levels-parts.ts'
import type { LevelOptions } from './levels-shop.ts'
import { htmlArticle, walkThrough } from './levels-walk.ts'
import { shareTheTab } from './share-the-tab.ts'
import { journeys } from './world.ts'

const proven = ({ asked }: { asked: readonly string[] }) => asked.some(path => path.endsWith('/proof'))

journeys('Under a Content Security Policy', (walk, engine) => {
  const ofNonces = [
    ['that is strict', same => same],
    ['that trusts a nonce and nothing else', same => same.replace(" 'strict-dynamic'", '')],
  ] satisfies [string, NonNullable<LevelOptions['policy']>][]

  for (const [what, policy] of ofNonces) walk(`${what}, every part works, and nothing is reported`, async ({ page }) => {
    const level: LevelOptions = {
      level: 'strict', policy,
      settings: settings => ({ ...settings, articles: [settings['articles'], [htmlArticle]] }),
      page: inHead('<link rel="stylesheet" href="/level/font.css">'),
      also: partOf,
      before: withoutTabs,
      spam: { proof: { cost: 1 } },
    }
    await at(page, level, async shop => {
      await walkThrough({ shop, page, html: true, picture: true })
      await page.until('the proof of work is found', () => proven(shop))
      assert.ok(shop.asked.includes('/earshot/proof-worker.js'))
      assert.deepEqual(await shop.troubles(page), [])
    })
  })

  walk('that is stricter still, every part works that it leaves room for, and nothing is reported', async ({ page }) => {
    // Of the drivers only Chromium's hands over a tab; to draw a page takes `data:` pictures, for which there is no room.
    const picture = engine === 'chromium'
    const level: LevelOptions = {
      level: 'stricter',
      settings: settings => ({ ...settings, ...(!picture && { capture: { ...(settings['capture'] as object), screenshot: false } }) }),
      spam: { proof: { cost: 1, worker: false } },
      ...(picture && { before: shareTheTab }),
    }
    await at(page, level, async shop => {
      await walkThrough({ shop, page, html: false, picture })
      await page.until('the proof of work is found', () => proven(shop))
      assert.deepEqual(await shop.troubles(page), [])
    })
  })

  walk('that knows scripts by their hashes, the panel opens', async ({ page }) => {
    await at(page, { level: 'hashes' }, async shop => {
      await shop.visit(page, '/products/heron/')
      await openPanel(page)
      const troubles = await shop.troubles(page)
      // WebKit fetches it ahead, before it has read the hash in its tag, and reports that; then it runs it all the same.
      const ahead = (trouble: string) => engine === 'webkit' && /script-src.*\/earshot\.js/.test(trouble)
      assert.deepEqual(troubles.filter(trouble => !ahead(trouble)), [])
    })
  })

  walk('the address for reports and the page hear of what it forbids', async ({ page }) => {
    await at(page, { level: 'strict' }, async shop => {
      await shop.visit(page, '/contact/')
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
      await page.until('both have heard', async () => {
        const heard = await shop.troubles(page)
        return heard.some(text => text.startsWith('policy style-src')) && heard.some(text => text.includes('"csp-report"'))
      })
    })
  })
})
