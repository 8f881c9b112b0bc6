import { readFileSync } from 'node:fs'

/** How many tests passed, failed, and were left out. A test that is left out counts against the run. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 }

const summaryLine = /^# (tests|pass|fail|cancelled|skipped|todo) (\d+)$/gm

/** Reads the closing summary of Node's TAP. A run that fails without a failing test, or runs no test at all, has failed once. */
export function parseTap(text: string, exitCode: number): Tally {
  const count = new Map<string, number>()
  for (const [, name, value] of text.matchAll(summaryLine)) count.set(name!, Number(value))
  const of = (name: string) => count.get(name) ?? 0
  const tally = { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo') }
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0
  return tally.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...tally, failed: 1 } : tally
}

/** As `parseTap`, from a file; a file that was never written is a failure. */
export function readTap(file: string, exitCode: number): Tally {
  try {
    return parseTap(readFileSync(file, 'utf8'), exitCode)
  } catch {
    return { ...emptyTally, failed: 1 }
  }
}
