import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sizeViolations } from './laws/sizes.ts'
import { readSources } from './laws/sources.ts'

const limits = { median: 80, p90: 200, longest: 300 }
const files = (...lengths: number[]) => new Map(lengths.map((lines, index) => [`src/${index}.ts`, 'x\n'.repeat(lines)]))

describe('Small files', () => {
  it('half of the source files have at most 80 lines, nine in ten at most 200, none more than 300', () => {
    assert.deepEqual(sizeViolations(readSources('src'), limits), [])
  })

  it('no test and no file of the demo has more than 300 lines', () => {
    const loose = { median: 300, p90: 300, longest: 300 }
    assert.deepEqual(sizeViolations(readSources('test'), loose), [])
    assert.deepEqual(sizeViolations(readSources('demo'), loose), [])
  })

  it('is broken by one long file, by many middling ones, and by too many large ones', () => {
    assert.deepEqual(sizeViolations(files(301, 1, 1, 1, 1, 1, 1, 1, 1, 1), limits), ['src/0.ts has 301 lines, more than 300'])
    assert.match(sizeViolations(files(81, 81, 81, 1, 1), limits).join(), /median is 81/)
    assert.match(sizeViolations(files(1, 1, 1, 201, 201), limits).join(), /more than 201 lines/)
    assert.deepEqual(sizeViolations(files(300, 200, 80, 80, 80, 80, 80, 80, 80, 80), limits), [])
  })
})
