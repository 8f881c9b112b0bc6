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
})
