import type { Tally } from './tally.ts'

export interface Outcome {
  name: string
  seconds: number
  tally: Tally
}

const verdict = ({ passed, failed, skipped }: Tally): string => {
  if (failed) return 'FAILED'
  if (skipped) return 'LEFT OUT'
  return passed ? 'passed' : 'NOT RUN'
}

/** One line a step: its name, the seconds it took, the tests in it, the verdict. */
export function formatSummary(outcomes: readonly Outcome[]): string {
  const width = Math.max(4, ...outcomes.map(outcome => outcome.name.length))
  const line = (name: string, seconds: string, tests: string, word: string) =>
    `${name.padEnd(width)}  ${seconds.padStart(8)}  ${tests.padStart(6)}  ${word}`
  return [
    line('step', 'seconds', 'tests', 'verdict'),
    ...outcomes.map(({ name, seconds, tally }) =>
      line(name, seconds.toFixed(1), String(tally.passed + tally.failed + tally.skipped), verdict(tally))),
    line('all', outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0).toFixed(1), '', ''),
  ].map(text => text.trimEnd()).join('\n')
}

/** What failed, and what was unsteady, each with where and why; nothing where all is well. */
export function formatFailures(outcomes: readonly Outcome[]): string {
  const list = (title: string, key: 'failures' | 'unsteady') => {
    const found = outcomes.flatMap(({ name, tally }) => (tally[key] ?? []).map(failure => ({ ...failure, where: failure.engine ?? name })))
    return found.length ? [title, ...found.map(({ where, file, title, error }) => `- ${where}, ${file}\n  ${title}\n  ${error}`), ''] : []
  }
  return [...list('FAILED', 'failures'), ...list('UNSTEADY: failed once, passed alone', 'unsteady')].join('\n')
}

/** A test that was left out is a failure: nothing is skipped in silence. */
export const totals = (outcomes: readonly Outcome[]): { passed: number; failed: number } => ({
  passed: outcomes.reduce((sum, { tally }) => sum + tally.passed, 0),
  failed: outcomes.reduce((sum, { tally }) => sum + tally.failed + tally.skipped, 0),
})
