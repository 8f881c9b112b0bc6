import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Limited } from '../../../src/receiver/watch/happening.ts'
import { createLimitSums } from '../../../src/receiver/watch/limit-sums.ts'

describe('Limits that were reached', () => {
  it('are told at once, and then summed by the minute', () => {
    const told: [string, number, number][] = []
    const sums = createLimitSums(({ limit, count, ms }: Limited) => told.push([limit, count, ms]))
    for (let second = 0; second < 59; second++) sums.add('address', second * 1000)
    sums.add('codes', 30_000)
    assert.deepEqual(told, [['address', 1, 0], ['codes', 1, 0]])
    sums.due(59_999)
    assert.equal(told.length, 2)
    sums.due(60_000)
    assert.deepEqual(told.slice(2), [['address', 58, 60_000]])
    // Nothing to sum of the codes: nothing is said. The next one is a first one.
    sums.add('codes', 200_000)
    assert.deepEqual(told.slice(3), [['codes', 1, 0]])
    sums.add('codes', 200_500)
    sums.flush(201_000)
    sums.flush(202_000)
    assert.deepEqual(told.slice(4), [['codes', 1, 1_000]])
  })

  it('are told when the clock is set back, too', () => {
    const told: number[] = []
    const sums = createLimitSums(({ count }) => told.push(count))
    for (const now of [100_000, 100_001, 100_002]) sums.add('address', now)
    sums.due(50_000)
    assert.deepEqual(told, [1, 2])
  })
})
