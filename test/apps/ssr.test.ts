// What a server renders of the elements, and what a browser makes of that.
import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { buildSync } from 'esbuild'
import { root } from '../house/laws/sources.ts'
import { openGround, type Ground } from './ground.ts'
import { rendered } from './rendered.ts'

const folder = join(root, 'test-results', 'ssr')

const client = (hydrate: string) => `
${hydrate}
import { createDesk } from '${root}/dist/index.js'
createDesk({ endpoint: '/issues' })
await import('${root}/dist/define.js')
`

/** A page that a server rendered, with the script that is to bring it to life. */
function page(name: string, markup: string, script: string) {
  const { outputFiles } = buildSync({
    stdin: { contents: script, resolveDir: root, loader: 'js' },
    bundle: true, splitting: true, format: 'esm', target: 'es2022', minify: true, outdir: join(folder, name), write: false, logLevel: 'silent',
  })
  mkdirSync(join(folder, name), { recursive: true })
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
  writeFileSync(join(folder, name, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rendered</title></head><body>${markup}<script type="module" src="stdin.js"></script></body></html>`)
}

describe('On a server', () => {
  it('every element is rendered with its fallback, and none throws, with a desk or without', async () => {
    const { createDesk } = await import(join(root, 'dist', 'index.js')) as typeof import('../../src/index.ts')
    for (const desk of [undefined, createDesk({ endpoint: 'https://shop.example/issues' })]) {
      const markup = await rendered()
      for (const tag of ['widget', 'help', 'article', 'feedback', 'rating', 'people', 'requests', 'receipt', 'annotate']) {
        assert.match(markup, new RegExp(`<earshot-${tag}[^>]*><template[^]*?<slot[^]*?</template>(?:<!--[^>]*>)*<a href="/help">Help</a>(?:<!--[^>]*>)*</earshot-${tag}>`), tag)
      }
      desk?.dispose()
    }
  })
})

describe('What a server rendered', () => {
  let ground: Ground
  before(async () => {
    rmSync(folder, { recursive: true, force: true })
    ground = await openGround()
  })
  after(() => ground?.close())

  const ways = {
    'by itself': '',
    'beside elements that Lit takes over': `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'\nimport '${root}/dist/hydrate.js'`,
  }
  for (const [way, hydrate] of Object.entries(ways)) {
    it(`comes to life ${way}`, async () => {
      page(way.replaceAll(' ', '-'), await rendered(), client(hydrate))
      const { page: shown, site, close } = await ground.open(folder, way.replaceAll(' ', '-'))
      try {
        await shown.getByRole('textbox', { name: 'What is your idea?' }).waitFor()
        await shown.getByRole('radiogroup', { name: /./ }).getByRole('radio', { name: 'Good', exact: true }).waitFor()
        await shown.getByRole('button', { name: 'Help' }).click()
        await shown.getByRole('dialog', { name: 'Help' }).waitFor()
        const fallbacks = await shown.evaluate(() => ['widget', 'feedback', 'rating', 'help'].filter(name =>
          document.querySelector(`earshot-${name} a`)!.checkVisibility()))
        assert.deepEqual(fallbacks, [], 'Fallbacks that are still shown')
        await site.watch.collect(shown)
        assert.deepEqual([...site.watch.troubles], [], 'What no page may do')
      } finally {
        await close()
      }
    })
  }
})
