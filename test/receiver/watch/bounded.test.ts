import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bounded } from '../../../src/receiver/watch/bounded.ts'

describe('Words for labels', () => {
  it('are so many and no more, and none that could be a sentence', () => {
    const label = bounded(3)
    assert.deepEqual(['a', 'b', 'c', 'd', 'a', undefined].map(label), ['a', 'b', 'c', 'other', 'a', 'none'])
    const other = bounded(3)
    assert.deepEqual(['x'.repeat(61), 'one\ntwo', '', 'transport/refused'].map(other), ['other', 'other', 'other', 'transport/refused'])
  })
})
