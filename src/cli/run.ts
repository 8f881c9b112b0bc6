import { EarshotError, messageOf } from '../core/support/errors.ts'
import { buildIndex } from './build-index.ts'
import { changeLine } from './change-line.ts'
import type { Console } from './console.ts'
import { helpText } from './help-text.ts'
import type { Memory } from './memory.ts'
import { readOptions, type Asked } from './options.ts'
import { progressLine } from './progress-line.ts'
import { jsonOf, reportOf, type Outcome } from './report.ts'
import { sweeper } from './sweeper.ts'
import { isMistake, type Warning } from './warning.ts'
import { warningLines } from './warning-lines.ts'
import { watchFolder } from './watch-folder.ts'

/** The `earshot` command. @returns the exit code, once it is done or stopped. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const [command, ...rest] = args
  if (command === 'doctor') return (await import('./doctor/run-doctor.ts')).runDoctor(rest, console)
  if (command === 'snippet' || command === 'copy') return (await import('./snippet/run-snippet.ts')).runSnippet(args, console)
  const asked = readOptions(args)
  if (typeof asked === 'string') {
    console.err(`earshot: ${asked}\nTry "earshot --help".\n`)
    return 2
  }
  if ('help' in asked) {
    console.out(helpText)
    return 0
  }
  return asked.watch ? watch(asked, console) : (await index(asked, console)).code
}

/** Makes the index once, and says how it went. */
async function index(asked: Asked, console: Console, memory?: Memory): Promise<{ code: number; outcome?: Outcome }> {
  const started = console.now()
  const warnings: Warning[] = []
  const progress = progressLine(console)
  try {
    const report = await buildIndex({
      ...asked, onWarning: warning => void warnings.push(warning), ...(!asked.quiet && !asked.json && { onProgress: progress.show }), ...(memory && { memory }),
    }).finally(progress.clear)
    const outcome = { report, warnings, milliseconds: console.now() - started, out: asked.out }
    if (asked.json) console.out(jsonOf(outcome))
    else console.err(warningLines(warnings, asked.verbose))
    if (!report.articles.size) {
      console.err(`earshot: ${asked.dir} holds no Markdown or HTML that could be indexed\n`)
      return { code: 1, outcome }
    }
    if (!asked.quiet && !asked.json && !memory) console.out(reportOf(outcome))
    return { code: asked.strict && warnings.some(isMistake) ? 1 : 0, outcome }
  } catch (error) {
    console.err(`earshot: ${error instanceof EarshotError ? error.message : `the index could not be made: ${messageOf(error)}`}\n`)
    return { code: 1 }
  }
}

/** Makes the index again whenever something changes, until it is told to stop. */
async function watch(asked: Asked, console: Console): Promise<number> {
  const memory: Memory = new Map()
  const sweep = sweeper(asked.out, console.now)
  let code = 0
  await watchFolder(asked.dir, asked.out, async changed => {
    const { code: now, outcome } = await index(asked, console, memory)
    code = now
    if (!outcome?.report.articles.size) return
    await sweep(outcome.report.files)
    if (asked.quiet || asked.json) return
    console.out(changed.length ? changeLine(changed, outcome) : `${reportOf(outcome)}Watching ${asked.dir}; stop with Ctrl+C.\n`)
  }, console)
  return code
}
