import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from '../../house/laws/sources.ts'

interface Plugin { name: string; loadContent(): void; getPathsToWatch(): string[]; injectHtmlTags(): { headTags: { tagName: string; attributes: Record<string, string | boolean> }[] } }
interface Config { url: string; baseUrl: string; staticDirectories: string[]; plugins: [(context: object, options: object) => Plugin, object][] }

/** The recipe as somebody copies it, with this package installed. */
function copied(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-docusaurus-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, 'demo/recipes/docusaurus'), folder, { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/earshot'), 'dir')
  // Docusaurus reads its configuration as a module, whatever package.json says.
  cpSync(join(folder, 'docusaurus.config.js'), join(folder, 'docusaurus.config.mjs'))
  return folder
}

test('the plugin for Docusaurus brings the script of this version and an index of the docs, and names both in every page', async t => {
  const folder = copied(t)
  const { default: config } = (await import(pathToFileURL(join(folder, 'docusaurus.config.mjs')).href)) as { default: Config }
  const [make, options] = config.plugins[0]!
  const plugin = make({ siteDir: folder, siteConfig: config }, options)
  plugin.loadContent()
  const [{ tagName, attributes }] = plugin.injectHtmlTags().headTags as [{ tagName: string; attributes: Record<string, string | boolean> }]
  assert.deepEqual([tagName, attributes['async'], attributes['data-endpoint']], ['script', true, '/issues'])
  const served = config.staticDirectories.at(-1)!
  const read = (path: string | boolean | undefined) => readFileSync(join(folder, served, String(path)), 'utf8')
  assert.equal(read(attributes['src']), readFileSync(join(root, 'dist/earshot.js'), 'utf8'))
  const { locales } = JSON.parse(read(attributes['data-articles'])) as { locales: Record<string, { index: string }> }
  assert.match(read(`help/${locales['en']!.index}`), /https:\/\/docs\.example\/docs\/descale"/)
  assert.ok(plugin.getPathsToWatch()[0]!.startsWith(folder))
})
