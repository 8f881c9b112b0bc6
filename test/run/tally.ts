import { readFileSync } from 'node:fs'

/** One test that failed: where, what it says, and the first line of why. */
export interface TestFailure { file: string; title: string; error: string; engine?: string }

/** How many tests passed, failed, and were left out. A test that is left out counts against the run. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  failures?: TestFailure[]
  /** The titles of those that passed, where the runner tells them. */
  passes?: string[]
  /** Failed at first, and passed the second time, alone. */
  unsteady?: TestFailure[]
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 }

const summaryLine = /^# (tests|pass|fail|cancelled|skipped|todo) (\d+)$/gm

/** Reads the closing summary of Node's TAP. A run that fails without a failing test, or runs no test at all, has failed once. */
export function parseTap(text: string, exitCode: number): Tally {
  const count = new Map<string, number>()
  for (const [, name, value] of text.matchAll(summaryLine)) count.set(name!, Number(value))
  const of = (name: string) => count.get(name) ?? 0
  const tally = { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo'), failures: failuresIn(text), passes: passesIn(text) }
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0
  return tally.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...tally, failed: 1 } : tally
}

const unescape = (title: string) => title.replace(/\\([\\#])/g, '$1')

const passesIn = (text: string): string[] => [...text.matchAll(/^ *ok \d+ - (.*?)(?: # .*)?$/gm)].map(([, title = '']) => unescape(title))

// A suite fails with what is in it: that says nothing by itself.
function failuresIn(text: string): TestFailure[] {
  return [...text.matchAll(/^( *)not ok \d+ - (.*)\n\1  ---\n([\s\S]*?)\n\1  \.\.\.$/gm)]
    .filter(([, , , details = '']) => !/type: 'suite'|failureType: 'subtestsFailed'/.test(details))
    .map(([, , title = '', details = '']) => ({
      title: unescape(title),
      file: /location: '(.+?):\d+:\d+'/.exec(details)?.[1] ?? '',
      error: (/^ *error: (?:\|-\n *)?(.*)$/m.exec(details)?.[1] ?? '').replace(/^(['"])(.*)\1$/, '$2'),
    }))
}

/** As `parseTap`, from a file; a file that was never written is a failure. */
export function readTap(file: string, exitCode: number): Tally {
  try {
    return parseTap(readFileSync(file, 'utf8'), exitCode)
  } catch {
    return { ...emptyTally, failed: 1 }
  }
}
