import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { filesOf, namedOnly, withSecondGo } from './second-go.ts'
import { formatFailures, formatSummary, totals } from './summary.ts'
import { emptyTally, parseTap, type Tally, type TestFailure } from './tally.ts'

const tap = (counts: Record<string, number>) => Object.entries(counts).map(([name, count]) => `# ${name} ${count}`).join('\n')

describe('The sum of a run', () => {
  it('is read from the end of Node’s TAP', () => {
    assert.deepEqual(parseTap(tap({ tests: 5, pass: 3, fail: 1, cancelled: 1, skipped: 0, todo: 0 }), 1), { passed: 3, failed: 2, skipped: 0, failures: [], passes: [] })
    assert.deepEqual(parseTap(tap({ tests: 2, pass: 1, skipped: 1, todo: 0 }), 0), { passed: 1, failed: 0, skipped: 1, failures: [], passes: [] })
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

  it('is given to what failed, each in its engine; what fails again has failed', async () => {
    const asked: unknown[] = []
    const after = await withSecondGo(first, async (failures, engine) => {
      asked.push([filesOf(failures), engine])
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
    const other = await withSecondGo(first, async () => ({ ...emptyTally, passed: 9, passes: ['is something else'], failures: [] }))
    assert.deepEqual(other.failures, first.failures)
  })

  it('runs a test by its name, whoever declares it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-second-go-'))
    await writeFile(join(folder, 'walks.ts'), "import { it } from 'node:test'\nexport const walk = (title: string, run: () => void) => void it(title, run)\n")
    await writeFile(join(folder, 'a.test.ts'), `import { walk } from './walks.ts'
      walk('is wrong (1 + 1 = 3?) in #2', () => { throw new Error('Wrong') })
      walk('is late', () => { if (!process.env.AGAIN) throw new Error('Late') })
      walk('is right', () => {})`)
    const run = (flags: string[], env = {}) => {
      const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...flags, `${folder}/*.test.ts`], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } })
      return parseTap(stdout, status ?? 1)
    }
    for (const isolation of ['none', 'process']) {
      const flag = `--experimental-test-isolation=${isolation}`
      const asked: Tally[] = []
      const after = await withSecondGo(run([flag]), async failures => {
        asked.push(run([flag, ...namedOnly(failures)], { AGAIN: '1' }))
        return asked[0]!
      })
      assert.deepEqual([asked[0]!.passed, asked[0]!.failed], [1, 1], 'two of them were run again')
      assert.deepEqual([after.passed, after.failed, after.unsteady?.map(({ title }) => title)], [2, 1, ['is late']])
    }
    await rm(folder, { recursive: true })
  })
})
