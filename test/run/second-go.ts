import type { Tally, TestFailure } from './tally.ts'

const sameTest = (a: TestFailure, b: TestFailure) => a.file === b.file && a.title === b.title && a.engine === b.engine

/**
 * Gives the files with failed tests one more go, alone: on a busy machine a browser is sometimes late. What passes then is counted
 * as passed and named as unsteady; what fails again has failed. More than a few failures are no accident, and get no second go.
 * @param run runs some files in an engine, and answers with what came of it.
 */
export async function withSecondGo(first: Tally, run: (files: string[], engine: string | undefined) => Promise<Tally>, most = 8): Promise<Tally> {
  const { failures = [] } = first
  if (!failures.length || failures.length > most || failures.length !== first.failed || failures.some(({ file }) => !file)) return first
  const unsteady: TestFailure[] = []
  for (const engine of new Set(failures.map(failure => failure.engine))) {
    const here = failures.filter(failure => failure.engine === engine)
    const again = await run([...new Set(here.map(({ file }) => file))], engine)
    // A run that broke, or ran nothing, says nothing of its tests.
    if (again.passed === 0 || (again.failures?.length ?? 0) !== again.failed) continue
    unsteady.push(...here.filter(failure => !again.failures?.some(other => sameTest(other, failure))))
  }
  return {
    ...first,
    passed: first.passed + unsteady.length,
    failed: first.failed - unsteady.length,
    failures: failures.filter(failure => !unsteady.includes(failure)),
    ...(unsteady.length && { unsteady }),
  }
}
