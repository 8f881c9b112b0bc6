import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pageViolations } from './laws/page-free.ts'
import { readSources, root } from './laws/sources.ts'

const tsc = (...args: string[]) => spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { cwd: root, encoding: 'utf8' })
const law = (text: string) => pageViolations(new Map([['src/core/issue/a.ts', text]]))

describe('The core cannot see a page', () => {
  it('compiles against the library of a worker, where there is no document', () => {
    const { status, stdout } = tsc('-p', 'src/core/tsconfig.json', '--pretty', 'false')
    assert.equal(status, 0, stdout)
  })

  it('and that library really has none', () => {
    const options = tsc('-p', 'src/core/tsconfig.json', '--showConfig')
    const { lib } = (JSON.parse(options.stdout) as { compilerOptions: { lib: string[] } }).compilerOptions
    assert.ok(lib.some(name => /webworker/i.test(name)), lib.join())
    assert.ok(!lib.some(name => /^dom/i.test(name)), lib.join())
  })

  it('names no window and no document', () => {
    assert.deepEqual(pageViolations(readSources('src')), [])
  })

  it('is broken by window, by document, and by the way round through globalThis', () => {
    assert.equal(law(`window.open()`).length, 1)
    assert.equal(law(`const { body } = document`).length, 1)
    assert.equal(law(`globalThis.document`).length, 1)
    assert.equal(law(`typeof localStorage`).length, 1)
    assert.deepEqual(law(`documents.map(document => document.id)`), [])
    assert.deepEqual(law(`interface A { document: string }\nconst a = { document: 1 }; a.document`), [])
  })
})
