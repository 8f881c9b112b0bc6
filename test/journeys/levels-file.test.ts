// A page that is opened from a disk, as in a kiosk or from a stick: its address begins with file:.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { blocksOf, read } from '../docs/blocks.ts'
import { policyPage } from '../docs/policies.ts'
import { root } from '../house/laws/sources.ts'
import { heading, openPanel } from './customer.ts'
import type { Page } from './driver/page.ts'
import { at } from './levels-parts.ts'
import { tellShortly } from './levels-walk.ts'
import { journeys } from './world.ts'

const floor = '<earshot-widget><a href="mailto:workshop@shop.example">Write to the workshop</a></earshot-widget>'
const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html dompurify">`

/** Opens a page of these parts from a folder of its own. */
async function fromDisk(page: Page, head: string, files: Record<string, string>, walk: () => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-disk-'))
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kiosk</title>${head}</head><body><main>The kiosk</main>${floor}</body></html>`
  try {
    for (const [name, text] of Object.entries({ ...files, 'index.html': html })) await writeFile(join(folder, name), text)
    await page.goto(pathToFileURL(join(folder, 'index.html')))
    await walk()
    await page.goto('about:blank')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The example of the documentation as one classic script, the way the page says. */
async function wholeScript(endpoint: string): Promise<string> {
  const example = blocksOf(policyPage, read(policyPage)).find(({ name }) => name === 'kiosk.ts')!.text
  const { outputFiles } = await build({
    stdin: { contents: example.replace('https://shop.example', endpoint), resolveDir: root, loader: 'ts' },
    bundle: true, format: 'iife', minify: true, write: false, conditions: ['browser'], target: 'es2022', logLevel: 'error',
    // A worker lies beside its script, and needs a server: from a disk the page finds its proofs itself.
    logOverride: { 'empty-import-meta': 'silent' },
  })
  return outputFiles[0]!.text
}

journeys('A page from a disk', (walk, engine) => {
  walk('with the script tag opens the panel where modules are read from there, and elsewhere shows its own link', async ({ page }) => {
    const script = pathToFileURL(join(root, 'dist/earshot.js')).href
    await fromDisk(page, `<script async src="${script}" data-endpoint="https://shop.example/issues"></script>`, {}, async () => {
      if (engine === 'firefox') return void (await openPanel(page))
      await page.getByRole('link', { name: 'Write to the workshop' }).waitFor()
      await page.getByRole('button', { name: 'Help' }).waitFor('gone')
    })
  })

  walk('with everything in one script finds an article, and tells a problem', async ({ page }) => {
    await at(page, { level: 'strict' }, async shop => {
      await fromDisk(page, `${policy}<script defer src="kiosk.js"></script>`, { 'kiosk.js': await wholeScript(shop.url) }, async () => {
        await tellShortly(page)
        await heading(page, 'We have it').waitFor()
        const panel = page.getByRole('dialog', { name: 'Help' })
        await panel.getByRole('button', { name: 'Done' }).click()
        await panel.getByRole('searchbox', { name: 'Search for help' }).fill('hours')
        await panel.getByRole('button', { name: /^Opening hours/ }).click()
        await panel.getByRole('group', { name: 'Did this help?' }).waitFor()
        assert.ok(shop.asked.includes('/issues'))
        assert.equal(await page.evaluate(() => location.protocol), 'file:')
      })
    })
  })
})
