import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withSecondGo } from './second-go.ts'
import { formatFailures, formatSummary, totals } from './summary.ts'
import { emptyTally, parseTap, type TestFailure } from './tally.ts'

const tap = (counts: Record<string, number>) => Object.entries(counts).map(([name, count]) => `# ${name} ${count}`).join('\n')

describe('The sum of a run', () => {
  it('is read from the end of Node’s TAP', () => {
    assert.deepEqual(parseTap(tap({ tests: 5, pass: 3, fail: 1, cancelled: 1, skipped: 0, todo: 0 }), 1), { passed: 3, failed: 2, skipped: 0, failures: [] })
    assert.deepEqual(parseTap(tap({ tests: 2, pass: 1, skipped: 1, todo: 0 }), 0), { passed: 1, failed: 0, skipped: 1, failures: [] })
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

  it('names what failed, with its file and why, and leaves out the suite around it', () => {
    const text = `not ok 1 - around
  ---
  type: 'suite'
  location: '/a/b.test.ts:1:1'
  failureType: 'subtestsFailed'
  error: '1 subtest failed'
  ...
    not ok 2 - what is in it
      ---
      location: '/a/b.test.ts:3:27'
      failureType: 'testCodeFailure'
      error: |-
        Expected values to be strictly equal:

        1 !== 2
      ...
# pass 0
# fail 1`
    const { failures } = parseTap(text, 1)
    assert.deepEqual(failures, [{ title: 'what is in it', file: '/a/b.test.ts', error: 'Expected values to be strictly equal:' }])
    assert.equal(
      formatFailures([{ name: 'one', seconds: 1, tally: { ...emptyTally, failures: failures! } }]),
      'FAILED\n- one, /a/b.test.ts\n  what is in it\n  Expected values to be strictly equal:\n',
    )
  })
})

describe('A second go', () => {
  const late: TestFailure = { file: 'a.test.ts', title: 'comes late', error: 'Timeout', engine: 'Firefox' }
  const broken: TestFailure = { file: 'b.test.ts', title: 'is broken', error: 'Wrong', engine: 'WebKitGTK' }
  const first = { passed: 8, failed: 2, skipped: 0, failures: [late, broken] }

  it('is given to the files that failed, each in its engine; what fails again has failed', async () => {
    const asked: unknown[] = []
    const after = await withSecondGo(first, async (files, engine) => {
      asked.push([files, engine])
      return engine === 'Firefox' ? { ...emptyTally, passed: 3, failures: [] } : { passed: 1, failed: 1, skipped: 0, failures: [broken] }
    })
    assert.deepEqual(asked, [[['a.test.ts'], 'Firefox'], [['b.test.ts'], 'WebKitGTK']])
    assert.deepEqual(after, { passed: 9, failed: 1, skipped: 0, failures: [broken], unsteady: [late] })
    assert.match(formatFailures([{ name: 'units', seconds: 1, tally: after }]), /FAILED\n- WebKitGTK, b[^]*UNSTEADY[^]*- Firefox, a/)
  })

  it('is not given to many, nor to a failure without a name, and a run that broke clears nothing', async () => {
    const never = () => assert.fail('was run again')
    await withSecondGo(first, never, 1)
    await withSecondGo({ ...first, failed: 3 }, never)
    const after = await withSecondGo(first, async () => ({ ...emptyTally, failed: 1 }))
    assert.deepEqual(after.failures, first.failures)
    assert.equal(after.failed, 2)
  })
})
