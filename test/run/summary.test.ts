import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatSummary, totals } from './summary.ts'
import { emptyTally, parseTap } from './tally.ts'

const tap = (counts: Record<string, number>) => Object.entries(counts).map(([name, count]) => `# ${name} ${count}`).join('\n')

describe('The sum of a run', () => {
  it('is read from the end of Node’s TAP', () => {
    assert.deepEqual(parseTap(tap({ tests: 5, pass: 3, fail: 1, cancelled: 1, skipped: 0, todo: 0 }), 1), { passed: 3, failed: 2, skipped: 0 })
    assert.deepEqual(parseTap(tap({ tests: 2, pass: 1, skipped: 1, todo: 0 }), 0), { passed: 1, failed: 0, skipped: 1 })
  })

  it('counts a run that broke, or had no tests at all, as failed', () => {
    assert.equal(parseTap(tap({ tests: 1, pass: 1 }), 1).failed, 1)
    assert.equal(parseTap(tap({ tests: 0, pass: 0 }), 0).failed, 1)
    assert.equal(parseTap('', 0).failed, 1)
  })

  it('counts a test that was left out as failed, and names each step with its verdict', () => {
    const outcomes = [
      { name: 'one', seconds: 1.25, tally: { ...emptyTally, passed: 4 } },
      { name: 'two', seconds: 0.5, tally: { ...emptyTally, passed: 1, skipped: 1 } },
      { name: 'three', seconds: 0, tally: { ...emptyTally, passed: 1, failed: 2 } },
      { name: 'four', seconds: 0, tally: emptyTally },
    ]
    assert.deepEqual(totals(outcomes), { passed: 6, failed: 3 })
    const text = formatSummary(outcomes)
    assert.match(text, /one\s+1\.3\s+4\s+passed/)
    assert.match(text, /two .*LEFT OUT/)
    assert.match(text, /three .*FAILED/)
    assert.match(text, /four .*NOT RUN/)
  })
})
