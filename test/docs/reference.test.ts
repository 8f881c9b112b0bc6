import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { referencePages } from '../../demo/reference/pages.ts'
import { read } from './blocks.ts'

describe('the reference', () => {
  for (const [file, write] of Object.entries(referencePages)) {
    it(`${file} says what the code says (npm run reference writes it anew, after a build)`, () => {
      assert.equal(read(`docs/reference/${file}`), write())
    })
  }

  it('has no page that nobody writes', () => {
    assert.deepEqual(globSync('docs/reference/*.md').map(path => basename(path)).sort(), Object.keys(referencePages).sort())
  })

  it('tells of every verb, setting, element and part in a sentence', () => {
    const silent = Object.keys(referencePages).flatMap(file => {
      const lines = read(`docs/reference/${file}`).split('\n')
      return file === 'elements.md' || file === 'settings.md' ? lines.filter(line => /^\| `.*\|\s*\|$/.test(line)).map(line => `${file}: ${line}`) : []
    })
    assert.deepEqual(silent, [])
  })
})
