// Lists of Trusted Types: with the page's own copy of Lit in them, and without what Earshot needs.
import assert from 'node:assert/strict'
import { heading, openPanel, searchFor } from './customer.ts'
import type { Page } from './driver/page.ts'
import { at, inHead, partOf } from './levels-parts.ts'
import { htmlArticle, tellShortly } from './levels-walk.ts'
import { journeys } from './world.ts'

const named = (names: string) => (policy: string) => policy.replace(/trusted-types [^;]+/, `trusted-types ${names}`)
const besideLit = named('lit-html earshot-lit dompurify')

const clock = (page: Page) => page.getByText("The host's clock")
const floor = '<earshot-widget><a href="/contact/">Write to the workshop</a></earshot-widget></body>'

journeys('A list of Trusted Types', walk => {
  walk('that allows the page’s own Lit one policy leaves room for ours, whichever comes first', async ({ page }) => {
    const first = inHead('<script type="module" src="/level/lit.js"></script>')
    await at(page, { level: 'strict', policy: besideLit, also: partOf, page: first }, async shop => {
      await shop.visit(page, '/products/heron/')
      await clock(page).waitFor()
      await openPanel(page)
      assert.deepEqual(await shop.troubles(page), [])
    })
    const later = inHead('<script src="/level/later.js"></script>')
    await at(page, { level: 'strict', policy: besideLit, also: partOf, page: later }, async shop => {
      await shop.visit(page, '/products/heron/')
      await openPanel(page)
      await page.evaluate(() => void dispatchEvent(new Event('level-lit')))
      await clock(page).waitFor()
      assert.deepEqual(await shop.troubles(page), [])
    })
  })

  walk('without ours leaves the page its link, and its own scripts running', async ({ page }) => {
    const change = (html: string) => inHead('<script type="module" src="/level/lit.js"></script>')(html).replace('</body>', floor)
    await at(page, { level: 'strict', policy: named('lit-html'), also: partOf, page: change }, async shop => {
      await shop.visit(page, '/products/heron/')
      await clock(page).waitFor()
      const launcher = page.getByRole('button', { name: 'Help' })
      await page.getByRole('link', { name: 'Write to the workshop' }).waitFor()
      await launcher.waitFor('gone')
      const troubles = await shop.troubles(page)
      assert.ok(troubles.length > 0)
      for (const trouble of troubles) assert.match(trouble, /trusted-types.*earshot-lit|"effective-directive":"trusted-types/)
    })
  })

  walk('with the one that must be shows HTML articles as bare text, finds proofs without a worker, and everything else works', async ({ page }) => {
    const settings = (own: Record<string, unknown>) => ({ ...own, articles: [own['articles'], [htmlArticle]] })
    await at(page, { level: 'strict', policy: named('earshot-lit'), settings, spam: { proof: { cost: 1 } } }, async shop => {
      await shop.visit(page, '/products/heron/')
      const panel = await openPanel(page)
      await searchFor(page, panel, 'workshop open')
      await panel.getByRole('button', { name: /^When the workshop is open/ }).first().click()
      await panel.getByText(/Hours Monday to Friday/).waitFor()
      assert.equal(await panel.getByRole('heading', { name: 'Hours' }).count(), 0)
      await shop.visit(page, '/products/heron/')
      await tellShortly(page)
      await heading(page, 'We have it').waitFor()
      await page.until('the proof of work is found', () => shop.asked.some(path => path.endsWith('/proof')))
      const troubles = await shop.troubles(page)
      for (const trouble of troubles) assert.match(trouble, /trusted-types|require-trusted-types-for/)
    })
  })
})
