// Writes how many tests passed, failed and were left out to the file named by TALLY, for the summary of `npm test`.
import { writeFileSync } from 'node:fs'

const testsOf = suite => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [])

export const tallyReporter = () => ({
  onTestRunFinished({ sessions }) {
    if (!process.env.TALLY) return
    const tests = sessions.flatMap(session => testsOf(session.testResults))
    // A file that could not even load has no tests, only errors: it counts as one failure.
    const broken = sessions.filter(session => !session.passed && testsOf(session.testResults).every(test => test.passed || test.skipped))
    const tally = {
      passed: tests.filter(test => test.passed).length,
      failed: tests.filter(test => !test.passed && !test.skipped).length + broken.length,
      skipped: tests.filter(test => test.skipped).length,
    }
    writeFileSync(process.env.TALLY, JSON.stringify(tally))
  },
})
