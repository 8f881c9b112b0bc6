// What the recipes write, in a page: the plugin's, the theme extension's, and Tag Manager's tags as it runs them.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { copyRelease, type Manifest } from '../../src/cli/snippet/copy-release.ts'
import { container } from '../../demo/recipes/google-tag-manager/make-container.ts'
import { readRecipe, renderBlock } from '../demo/recipes/shopify-page.ts'
import { root } from '../house/laws/sources.ts'
import type { Page } from './driver/page.ts'
import { wantedEngines } from './engine.ts'
import { openTwoSites, type TwoSites } from './two-sites.ts'
import { groundOf } from './world.ts'

const dist = join(root, 'dist')
const manifest = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Manifest
const readWords = (language: string) => JSON.parse(readRecipe(`locales/${language}.json`)) as Record<string, string>

/** Runs the HTML of a custom tag as Tag Manager does: its scripts are made anew, and run as they are put in. */
const fire = (page: Page, html: string) => page.evaluate((html: string) => {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const old of template.content.querySelectorAll('script')) document.body.append(Object.assign(document.createElement('script'), { text: old.text }))
}, html)

for (const engine of wantedEngines) {
  describe(`The recipes, in ${engine}`, () => {
    let nested: TwoSites
    let flat: TwoSites
    let folder: string

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'earshot-flat-'))
      await copyRelease({ from: dist, to: folder, ...manifest, flat: true })
      nested = await openTwoSites(dist, manifest.version)
      flat = await openTwoSites(folder, manifest.version)
    })
    after(async () => {
      await Promise.all([nested.close(), flat.close()])
      rmSync(folder, { recursive: true, force: true })
    })

    async function visit(sites: TwoSites, html: string, work: (page: Page) => Promise<void>, lang = 'en') {
      sites.page = path => (path === '/' ? new Response(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title><body><h1>Shop</h1>${html}`, { headers: { 'content-type': 'text/html; charset=utf-8' } }) : undefined)
      const page = await (await groundOf(engine).browser()).newPage({ patience: 15_000 })
      await page.goto(`${sites.site}/`)
      await work(page)
      await page.close()
    }

    it('WordPress: the launcher speaks the site’s language, and a form stands in the text', async () => {
      const html = readFileSync(join(root, 'test/demo/recipes/wordpress.page.html'), 'utf8').replace(/https:\/\/shop\.example\/.*\/public\/[\d.]+\//, nested.base)
      await visit(nested, html, async page => {
        await page.getByRole('textbox', { name: 'Was ist Ihre Idee?' }).waitFor()
        await page.getByRole('button', { name: 'Hilfe' }).click()
        await page.getByRole('dialog', { name: 'Hilfe' }).waitFor()
      }, 'de')
    })

    it('Shopify: works from one flat folder, and knows the product', async () => {
      const settings = { endpoint: '/apps/earshot/issues', placement: 'bottom-start', consent: 'not-required' }
      const product = { id: 7, type: 'Kettles', selected_or_first_available_variant: { sku: 'HERON-1' } }
      const more = { product, request: { page_type: 'product', locale: { iso_code: 'en' } } }
      const html = `<meta property="og:type" content="product"><meta property="og:title" content="Heron">${renderBlock('blocks/launcher.liquid', { assets: flat.base, words: readWords('en.default'), settings, more })}`
      await visit(flat, html, async page => {
        await page.getByRole('button', { name: 'Help' }).click()
        const panel = page.getByRole('dialog', { name: 'Help' })
        await panel.getByRole('button', { name: 'Something is wrong' }).click()
        await panel.getByRole('textbox', { name: 'What happened?' }).fill('It whistles.')
        await panel.getByRole('button', { name: 'Send' }).click()
        await page.getByRole('heading', { name: 'We have it' }).waitFor()
        assert.deepEqual(flat.issues.map(({ story, subject }) => [story, subject?.product?.id, subject?.product?.name]), [['It whistles.', 'HERON-1', 'Heron']])
      })
    })

    it('Google Tag Manager: the first tag keeps nothing, the second one tells of the consent', async () => {
      const [load, consent] = container().containerVersion.tag.map(({ parameter }) => parameter[0]!.value) as [string, string]
      const values: Record<string, string> = { base: nested.base, endpoint: '/issues', articles: 'undefined', integrity: manifest.files['earshot.js']! }
      const filled = load.replace(/\{\{Earshot - ([^}]+)\}\}/g, (_, name: string) => values[name]!)
      await visit(nested, '', async page => {
        await fire(page, filled)
        await page.getByRole('button', { name: 'Help' }).click()
        const panel = page.getByRole('dialog', { name: 'Help' })
        await panel.getByRole('button', { name: 'Something is wrong' }).click()
        await panel.getByRole('textbox', { name: 'What happened?' }).fill('It whistles.')
        await panel.getByRole('button', { name: 'Send' }).click()
        await panel.getByRole('textbox', { name: 'What happened?' }).waitFor('gone')
        assert.deepEqual(nested.issues, [])
        await fire(page, consent)
        await page.getByRole('heading', { name: 'We have it' }).waitFor()
        assert.deepEqual(nested.issues.map(({ story }) => story), ['It whistles.'])
        assert.equal(await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')!.integrity), values['integrity'])
      })
    })
  })
}
