// An app that uses one element pays for that one.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { buildSync } from 'esbuild'
import { root } from '../house/laws/sources.ts'
import { brotli } from '../size/measure.ts'

/** What a visitor fetches at once of an app, bundled as its author would: bytes of brotli, and the files of ours in it. */
function atOnce(lines: string) {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents: lines.replace(/'earshot(\/[\w/-]+)?'/g, (_, door = '/index') => `'${root}/dist${door}.js'`), resolveDir: root },
    bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', outdir: join(root, 'test-results', 'alone'), write: false, metafile: true, logLevel: 'silent',
  })
  const files = new Set<string>()
  const visit = (name: string) => {
    if (files.has(name)) return
    files.add(name)
    for (const { path, kind } of metafile.outputs[name]!.imports) if (kind === 'import-statement') visit(path)
  }
  visit(Object.keys(metafile.outputs).find(name => metafile.outputs[name]!.entryPoint === '<stdin>')!)
  const bytes = [...files].reduce((sum, name) => sum + brotli(outputFiles.find(({ path }) => path.endsWith(name))!.text), 0)
  const inputs = [...files].flatMap(name => Object.entries(metafile.outputs[name]!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input))
  return { bytes, inputs }
}

const desk = `import { createDesk } from 'earshot'\ncreateDesk({ endpoint: '/issues' })\n`
const others = (name: string, inputs: readonly string[]) =>
  inputs.filter(input => new RegExp(`dist/(?:elements|chunks)/(?!${name}\\b)(?:annotate|article|feedback|help|people|rating|receipt|requests|widget)(?:-[\\w-]{8})?\\.js$`).test(input))

describe('An app that uses one element', () => {
  // Lit is among it, which many apps have already.
  const limits = { rating: 41_000, feedback: 30_500, widget: 28_500 }

  for (const [name, limit] of Object.entries(limits)) {
    it(`fetches nothing of the others at once: ${name} stays below ${limit / 1000} kB`, t => {
      const { bytes, inputs } = atOnce(`${desk}import 'earshot/elements/${name}'`)
      t.diagnostic(`${name}, with the desk and Lit: ${(bytes / 1000).toFixed(1)} kB of brotli`)
      assert.deepEqual(others(name, inputs), [])
      assert.ok(bytes < limit, `${bytes} bytes`)
    })
  }

  it('has the same from the components for React', () => {
    const { inputs } = atOnce(`${desk}import { EarshotRating } from 'earshot/react'\nconsole.log(EarshotRating)`)
    assert.ok(inputs.some(input => /dist\/chunks\/rating-/.test(input)))
    assert.deepEqual(others('rating', inputs), [])
  })

  it('has all of them only if it asks for all', () => {
    const { inputs } = atOnce(`${desk}import 'earshot/elements/rating'\nimport 'earshot/elements/feedback'`)
    assert.ok(others('rating', inputs).length > 0)
  })
})
