import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueEvery } from '../../src/receiver/due-every.ts'

describe('work that is due now and then', () => {
  it('is due at first, and again once its time is over', () => {
    const minute = dueEvery(60_000)
    assert.deepEqual([1_000, 1_001, 60_999, 61_000, 61_001].map(now => minute.due(now)), [true, false, false, true, false])
  })

  it('is due where the clock was set back', () => {
    const minute = dueEvery(60_000)
    assert.deepEqual([5_000_000, 1_000, 1_001].map(now => minute.due(now)), [true, true, false])
  })
})
