import type { Tally, TestFailure } from './tally.ts'

const sameTest = (a: TestFailure, b: TestFailure) => a.file === b.file && a.title === b.title && a.engine === b.engine

/** The files in which they stand. */
export const filesOf = (failures: readonly TestFailure[]): string[] => [...new Set(failures.map(({ file }) => file))]

/**
 * What makes Node run them and nothing else. Not their files: a test that a helper declares, as each journey is, says that it stands
 * in the helper, where nothing can fail.
 */
export const namedOnly = (failures: readonly TestFailure[]): string[] =>
  [...new Set(failures.map(({ title }) => title))].map(title => `--test-name-pattern=/^${title.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$/`)

/**
 * Gives tests that failed one more go, alone: on a busy machine a browser is sometimes late. What passes then is counted
 * as passed and named as unsteady; what fails again has failed. More than a few failures are no accident, and get no second go.
 * @param run runs at least those tests, of one engine, and answers with what came of it.
 */
export async function withSecondGo(first: Tally, run: (failures: readonly TestFailure[], engine: string | undefined) => Promise<Tally>, most = 8): Promise<Tally> {
  const { failures = [] } = first
  if (!failures.length || failures.length > most || failures.length !== first.failed || failures.some(({ file }) => !file)) return first
  const unsteady: TestFailure[] = []
  for (const engine of new Set(failures.map(failure => failure.engine))) {
    const here = failures.filter(failure => failure.engine === engine)
    const again = await run(here, engine)
    // A run that broke, or ran nothing, says nothing of its tests.
    if (again.passed === 0 || (again.failures?.length ?? 0) !== again.failed) continue
    const passed = (failure: TestFailure) => again.passes?.includes(failure.title) ?? true
    unsteady.push(...here.filter(failure => passed(failure) && !again.failures?.some(other => sameTest(other, failure))))
  }
  return {
    ...first,
    passed: first.passed + unsteady.length,
    failed: first.failed - unsteady.length,
    failures: failures.filter(failure => !unsteady.includes(failure)),
    ...(unsteady.length && { unsteady }),
  }
}
