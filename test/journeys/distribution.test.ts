// The script from another site's server, as an owner embeds it: with a folder for each version, and with checksums.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { snippet, type SnippetOptions } from '../../src/cli/snippet/snippet.ts'
import { root } from '../house/laws/sources.ts'
import type { Page } from './driver/page.ts'
import { wantedEngines } from './engine.ts'
import { openTwoSites, type TwoSites } from './two-sites.ts'
import { groundOf } from './world.ts'

const nonce = 'cGVhcnMgYW5kIHBsdW1z'
const policy = [
  "default-src 'none'", `script-src 'nonce-${nonce}' 'strict-dynamic'`, "style-src 'self'", "connect-src 'self'", "img-src 'self' data: blob:",
  "base-uri 'none'", "require-trusted-types-for 'script'", 'trusted-types earshot-lit dompurify',
].join('; ')
const watch = `<script nonce="${nonce}">window.violations = []; addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective + ' ' + event.blockedURI))</script>`
const own = '<earshot-widget><a href="/contact/">Write to the workshop</a></earshot-widget>'

for (const engine of wantedEngines) {
  describe(`The script on another site’s server, in ${engine}`, () => {
    const dist = join(root, 'dist')
    const { version, files } = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as { version: string; files: Record<string, string> }
    let sites: TwoSites

    before(async () => (sites = await openTwoSites(dist, version)))
    after(() => sites.close())
    beforeEach(() => (sites.tamper = (_, script) => script))

    const tag = (more: Partial<SnippetOptions> = {}) => snippet({ base: sites.base, settings: { endpoint: '/issues', locale: 'en' }, nonce, ...more })
    const checked = () => tag({ integrity: files, importMap: true })

    async function visit(html: string, work: (page: Page) => Promise<void>) {
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>${watch}<body><h1>Shop</h1>${own}${html}`
      sites.page = path => (path === '/' ? new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } }) : undefined)
      const browser = await groundOf(engine).browser()
      const page = await browser.newPage({ patience: 15_000 })
      await page.goto(`${sites.site}/`)
      await work(page)
      await page.close()
    }

    const seen = (page: Page) => page.evaluate(() => {
      const { violations, tampered } = window as unknown as { violations: string[]; tampered?: true }
      return { violations, tampered: tampered === true }
    })

    async function openForm(page: Page) {
      await page.getByRole('button', { name: 'Help' }).click()
      const panel = page.getByRole('dialog', { name: 'Help' })
      await panel.getByRole('button', { name: 'Something is wrong' }).click()
      await panel.getByRole('textbox', { name: 'What happened?' }).waitFor()
    }

    const linkIsThere = (page: Page) =>
      page.until('the page’s own link is there, and no launcher', async () =>
        (await page.getByRole('link', { name: 'Write to the workshop' }).count()) === 1 && (await page.getByRole('button', { name: 'Help' }).count()) === 0)

    it('works with the checksum of every part, under a policy without a single exception', () =>
      visit(checked(), async page => {
        await openForm(page)
        assert.deepEqual(await seen(page), { violations: [], tampered: false })
      }))

    it('works where its owner forgot to ask for CORS', () => visit(tag().replace(' crossorigin="anonymous"', ''), openForm))

    it('is refused when it is not the one that was embedded, and the page’s own link stays', async () => {
      let asked = false
      sites.tamper = (path, script) => (path === 'earshot.js' ? ((asked = true), `window.tampered = true;${script}`) : script)
      await visit(checked(), async page => {
        await page.until('the script was asked for', () => Promise.resolve(asked))
        await linkIsThere(page)
        assert.equal((await seen(page)).tampered, false)
      })
    })

    it('gives way to the page’s own link when its first part was changed on the way', async () => {
      let asked = false
      sites.tamper = (path, script) => (path === 'earshot/app.js' ? ((asked = true), `window.tampered = true;${script}`) : script)
      await visit(checked(), async page => {
        await page.until('the part was asked for', () => Promise.resolve(asked))
        await linkIsThere(page)
        assert.equal((await seen(page)).tampered, false)
      })
    })

    it('does without a later part that was changed on the way, and the rest works', async () => {
      let asked = false
      sites.tamper = (path, script) => (path === 'earshot/people.js' ? ((asked = true), `window.tampered = true;${script}`) : script)
      await visit(checked(), async page => {
        await page.getByRole('button', { name: 'Help' }).click()
        const panel = page.getByRole('dialog', { name: 'Help' })
        await panel.getByRole('button', { name: 'Talk to a person' }).click()
        await page.until('the part was asked for', () => Promise.resolve(asked))
        await panel.getByRole('button', { name: 'Back' }).click()
        await panel.getByRole('button', { name: 'Something is wrong' }).click()
        await panel.getByRole('textbox', { name: 'What happened?' }).waitFor()
        assert.equal((await seen(page)).tampered, false)
      })
    })
  })
}
