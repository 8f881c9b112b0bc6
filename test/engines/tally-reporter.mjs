// Writes how many tests passed, failed and were left out, and which failed where, to the file named by TALLY, for `npm test`.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

const testsOf = (suite, path = []) =>
  suite
    ? [...suite.tests.map(test => ({ ...test, title: [...path, test.name].join(' > ') })), ...suite.suites.flatMap(inner => testsOf(inner, [...path, inner.name]))]
    : []
const firstLine = error => (error?.message ?? '').split('\n').find(line => line.trim()) ?? ''

export const tallyReporter = () => ({
  onTestRunFinished({ sessions }) {
    if (!process.env.TALLY) return
    const tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
    for (const session of sessions) {
      const tests = testsOf(session.testResults)
      const failure = (title, error) =>
        tally.failures.push({ engine: session.browser.name, file: relative(process.cwd(), session.testFile), title, error: firstLine(error) })
      for (const test of tests) {
        tally[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++
        if (!test.passed && !test.skipped) failure(test.title, test.error)
      }
      // A file that could not even load has no tests, only errors: it counts as one failure.
      if (!session.passed && tests.every(test => test.passed || test.skipped)) {
        tally.failed++
        failure('the file as a whole', session.errors?.[0])
      }
    }
    writeFileSync(process.env.TALLY, JSON.stringify(tally))
  },
})
