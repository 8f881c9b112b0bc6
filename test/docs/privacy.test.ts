import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kept } from '../../src/core/outbox/kept.ts'
import { read, tableUnder } from './blocks.ts'
import { keptRows } from './privacy.ts'

const page = read('docs/privacy.md')

describe('The page on privacy', () => {
  it('lists what is kept on the device as the code has it: `node test/docs/privacy.ts` prints the rows', () => {
    const rows = page.split('\n').filter(line => keptRows().some(row => line.startsWith(row.slice(0, row.indexOf('|', 2)))))
    assert.deepEqual(rows, keptRows())
    assert.equal(tableUnder(page, 'key').length, Object.keys(kept).length)
  })
})
