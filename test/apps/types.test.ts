// What each framework's compiler believes of the tags: good uses pass, and every wrong one is found.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { roster } from '../../src/elements/roster.ts'
import { read } from '../docs/blocks.ts'
import { installApps } from './apps.ts'

describe('The types of the tags', () => {
  let apps: string
  before(() => {
    apps = installApps()
  })

  /** Compiles copies of these files in a folder of the apps, which says which versions they meet. */
  function errorsIn(place: string, files: readonly string[]): string {
    const folder = join(apps, place)
    rmSync(folder, { recursive: true, force: true })
    for (const file of files) cpSync(join(import.meta.dirname, 'types', file), join(folder, file))
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
      extends: join(apps, 'tsconfig.base.json'), compilerOptions: { jsx: 'react-jsx', types: [] }, files,
    }))
    const tsc = join(apps, 'node_modules', 'typescript', 'bin', 'tsc')
    return spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout
  }

  it('are those of React 19, Preact, Solid, Svelte, Vue and the page itself', () => {
    assert.equal(errorsIn('types', ['dom.ts', 'preact.tsx', 'react.tsx', 'solid.tsx', 'svelte.ts', 'vue.ts']), '')
  })

  it('are those of React 18', () => {
    assert.equal(errorsIn('react-18/types', ['react.tsx']), '')
  })

  it('say what is an attribute alone, and a component of React’s makes one of it, in 19 and in 18', () => {
    for (const place of ['types', 'react-18/types']) {
      const file = join(apps, place, 'markup.mjs')
      writeFileSync(file, `
        import { createElement } from 'react'
        import { renderToStaticMarkup } from 'react-dom/server'
        import { EarshotWidget } from 'earshot/react/widget'
        console.log(renderToStaticMarkup(createElement(EarshotWidget, { for: 'help', placement: 'top-end' }, 'Help')))
      `)
      const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
      assert.equal(stdout.trim(), '<earshot-widget for="help">Help</earshot-widget>', stderr)
    }
  })

  it('name every tag there is, and React has a component of each', () => {
    const listed = [...read('src/tags.ts').matchAll(/^ {2}'(earshot-\w+)': Earshot\w+$/gm)].map(([, tag]) => tag)
    assert.deepEqual(listed.sort(), Object.keys(roster).sort())
    const components = [...read('src/react.ts').matchAll(/\.\/react\/(\w+)\.ts'$/gm)].map(([, name]) => `earshot-${name}`)
    assert.deepEqual(components.filter(name => name !== 'earshot-component').sort(), Object.keys(roster).sort())
  })
})
