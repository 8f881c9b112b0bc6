import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { root } from '../house/laws/sources.ts'
import { roster } from '../../src/elements/roster.ts'
import { consumerSource } from './consumer.ts'
import { packAndInstall, runInProject, specifiersOf, type PackedProject } from './packed-project.ts'

const run = (name: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, name), ...args], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  return { status, output: stdout + stderr }
}

describe('The package, installed in an empty project', () => {
  let project: PackedProject

  before(() => {
    project = packAndInstall()
  })

  after(() => project?.close())

  const readInstalled = (name: string) => readFileSync(join(project.installed, name), 'utf8')

  it('brings what it exports, its licence and its readme, and nothing of the workshop', () => {
    for (const target of Object.values(project.manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(file.includes('*') || existsSync(join(project.installed, file)), `${file} is exported and not there`)
      }
    }
    const { customElements, unpkg } = project.manifest
    for (const file of [customElements, unpkg, 'LICENSE', 'README.md', 'dist/earshot.js', 'dist/earshot/app.js', 'dist/THIRD-PARTY-LICENSES.txt']) {
      assert.ok(existsSync(join(project.installed, file)), `${file} is missing`)
    }
    for (const folder of ['src', 'test', 'demo', '.ci']) assert.ok(!existsSync(join(project.installed, folder)), `${folder} travels with it`)
  })

  it('needs at most three packages', () => {
    const names = Object.keys(project.manifest.dependencies)
    assert.ok(names.length <= 3, names.join(', '))
  })

  it('can be imported from plain Node by every name it exports', () => {
    // Who has no React has no components of React's; with it they are tried in the example apps.
    const specifiers = specifiersOf(project).filter(name => !/^earshot\/react(\/|$)/.test(name))
    for (const name of ['elements/widget', 'transports/http', 'forwarders/github']) assert.ok(specifiers.includes(`earshot/${name}`), specifiers.join(', '))
    const { status, output } = runInProject(project, `
      let failed = 0
      for (const name of ${JSON.stringify(specifiers)}) {
        try {
          await import(name, name.endsWith('.json') ? { with: { type: 'json' } } : {})
        } catch (error) {
          failed++
          console.log(name, error.stack)
        }
      }
      process.exit(failed ? 1 : 0)
    `)
    assert.equal(status, 0, output)
  })

  it('touches nothing when it is imported', () => {
    const { status, output } = runInProject(project, `
      const before = Object.getOwnPropertyNames(globalThis).sort().join()
      globalThis.fetch = () => { throw new Error('fetched while loading') }
      await import('earshot')
      const after = Object.getOwnPropertyNames(globalThis).sort().join()
      if (before !== after) throw new Error('globals changed: ' + after)
    `)
    assert.equal(status, 0, output)
  })

  it('answers to its command', () => {
    const command = join(project.folder, 'node_modules', '.bin', 'earshot')
    const { status, stdout, stderr } = spawnSync(command, ['--help'], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    assert.match(stdout, /earshot/)
  })

  for (const [name, options] of Object.entries({
    bundler: { module: 'esnext', moduleResolution: 'bundler' },
    nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  })) {
    it(`has types that a developer’s compiler finds and believes (${name})`, () => {
      const compilerOptions = { ...options, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], strict: true, exactOptionalPropertyTypes: true, types: [], noEmit: true }
      writeFileSync(join(project.folder, 'consumer.ts'), consumerSource)
      writeFileSync(join(project.folder, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
      const { status, output } = run('node_modules/typescript/bin/tsc', '-p', join(project.folder, `tsconfig.${name}.json`), '--pretty', 'false')
      assert.equal(status, 0, output)
    })
  }

  it('resolves the same for every tool (are the types wrong?)', () => {
    const { status, output } = run('node_modules/@arethetypeswrong/cli/dist/index.js', project.tarball, '--profile', 'esm-only', '--no-color', '--format', 'ascii')
    assert.equal(status, 0, output)
  })

  it('is packed as bundlers expect (publint)', () => {
    const { status, output } = run('node_modules/publint/src/cli.js', 'run', project.tarball, '--strict')
    assert.equal(status, 0, output)
  })

  it('lists every element of the roster in its manifest, at a path that is there', () => {
    const { modules } = JSON.parse(readInstalled('dist/custom-elements.json')) as {
      modules: { path: string; declarations: { tagName?: string; description?: string }[] }[]
    }
    const listed = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []))
    assert.deepEqual(listed.sort(), Object.keys(roster).sort())
    for (const { path } of modules) assert.ok(existsSync(join(project.installed, 'dist', path)), `${path} is not there`)
    for (const { declarations: [declaration] } of modules) assert.ok(declaration?.description, `${declaration?.tagName} is not described`)
  })
})
