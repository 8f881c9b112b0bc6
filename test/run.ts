// The one command behind `npm test`: sets up what is needed, runs every step to its end, and sums up.
// `node test/run.ts house size` runs only those; `node test/run.ts --list` names them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { engines } from './engines/find-browsers.ts'
import { installBrowsers, missingBanner } from './engines/install-browsers.ts'
import { runCommand } from './run/command.ts'
import { filesOf, namedOnly, withSecondGo } from './run/second-go.ts'
import { formatFailures, formatSummary, totals, type Outcome } from './run/summary.ts'
import { emptyTally, readTap, type Tally } from './run/tally.ts'

const isCI = !['', '0', 'false', undefined].includes(process.env.CI)
const results = 'test-results'
const engineOf = (browser: string | undefined) => engines.find(engine => browser?.toLowerCase().startsWith(engine)) ?? engines[0]!
const bin = (name: string) => join('node_modules', '.bin', name)

interface Step {
  name: string
  needs?: 'browsers'
  run(available: readonly string[]): Promise<Tally>
}

/** A command that is one test: it passes or it does not. */
const check = (name: string, command: string, ...args: string[]): Step => ({
  name,
  run: async () => ((await runCommand(command, args)) === 0 ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 }),
})

async function nodeTests(name: string, files: string[], { jobs, env = {}, flags = [] }: { jobs: number; env?: Record<string, string>; flags?: string[] }) {
  const tap = join(results, `${name.replace(/\W+/g, '-')}.tap`)
  rmSync(tap, { force: true })
  const code = await runCommand(process.execPath, [
    '--test', `--test-concurrency=${jobs}`, '--test-timeout=600000', ...flags,
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=tap', `--test-reporter-destination=${tap}`, ...files,
  ], env)
  return readTap(tap, code)
}

const node = (name: string, { folders = [name], jobs = availableParallelism() } = {}): Step => ({
  name,
  run: () => nodeTests(name, folders.map(folder => `test/${folder}/**/*.test.ts`), { jobs }),
})

async function unitTests(browsers: readonly string[], files?: string[]): Promise<Tally> {
  const file = join(results, 'units.json')
  rmSync(file, { force: true })
  const code = await runCommand(bin('wtr'), ['--config', 'test/engines/wtr.config.mjs', '--static-logging'], {
    BROWSERS: browsers.join(','),
    TALLY: file,
    ...(files && { FILES: files.join(' ') }),
  })
  try {
    const tally = JSON.parse(readFileSync(file, 'utf8')) as Tally
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } catch {
    return { ...emptyTally, failed: 1 }
  }
}

const units: Step = {
  name: 'units',
  needs: 'browsers',
  run: async available => withSecondGo(await unitTests(available), (failures, engine) => unitTests([engineOf(engine)], filesOf(failures))),
}

// One engine after the other: three at once starve each other on two cores. All files in one process: they share a browser.
const journeys = (engine: string): Step => ({
  name: `journeys ${engine}`,
  needs: 'browsers',
  async run(available) {
    if (!available.includes(engine)) return { ...emptyTally, failed: isCI ? 1 : 0 }
    const walk = (named: string[] = []) =>
      nodeTests(`journeys ${engine}`, ['test/journeys/**/*.test.ts'], { jobs: 1, env: { ENGINE: engine }, flags: ['--experimental-test-isolation=none', ...named] })
    return withSecondGo(await walk(), failures => walk(namedOnly(failures)))
  },
})

// In Chromium alone: what differs between the apps is their frameworks, between the looks their hosts. The journeys ask the engines.
const inChromium = (name: string): Step => ({
  name,
  needs: 'browsers',
  async run(available) {
    if (!available.includes('chromium')) return { ...emptyTally, failed: isCI ? 1 : 0 }
    const walk = (flags: string[] = []) => nodeTests(name, [`test/${name}/**/*.test.ts`], { jobs: 1, flags })
    return withSecondGo(await walk(), failures => walk(namedOnly(failures)))
  },
})

const projects = ['tsconfig.json', 'src/core', 'src/receiver', 'src/cli', 'test']

const steps: Step[] = [
  ...projects.map(project => check(`types ${project}`, bin('tsc'), '-p', project, '--pretty', 'false')),
  check('lint', bin('eslint'), '.', '--max-warnings', '0'),
  // The instruments are tested with the laws: a scale that is wrong weighs everything wrong.
  node('house', { folders: ['house', 'run', 'size'] }),
  check('build', bin('rollup'), '--config', 'rollup.config.mjs'),
  node('receiver'),
  node('chaos'),
  node('cli'),
  node('docs'),
  node('demo'),
  node('relevance'),
  node('package', { jobs: 1 }),
  node('runtimes', { jobs: 1 }),
  inChromium('apps'),
  inChromium('looks'),
  units,
  ...engines.map(journeys),
  check('size', process.execPath, 'test/size/report.ts'),
]

function chosen(names: string[]): Step[] {
  const unknown = names.filter(name => !steps.some(step => step.name === name || step.name.startsWith(`${name} `)))
  if (unknown.length) {
    console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map(step => step.name).join(', ')}`)
    process.exit(2)
  }
  return names.length ? steps.filter(step => names.some(name => step.name === name || step.name.startsWith(`${name} `))) : steps
}

const names = process.argv.slice(2)
if (names.includes('--list')) {
  console.log(steps.map(step => step.name).join('\n'))
  process.exit()
}

const wanted = chosen(names)
mkdirSync(results, { recursive: true })
const { found, missing } = wanted.some(step => step.needs === 'browsers') ? installBrowsers() : { found: [], missing: [] }
for (const browser of found) console.log(`${browser.engine}: ${browser.executable}`)
if (missing.length) console.error(missingBanner(missing))

const outcomes: Outcome[] = []
for (const step of wanted) {
  console.log(`\n=== ${step.name} ===`)
  const start = performance.now()
  const tally = await step.run(found.map(browser => browser.engine))
  outcomes.push({ name: step.name, seconds: (performance.now() - start) / 1000, tally })
}
if (missing.length && isCI) outcomes.push({ name: 'engines missing', seconds: 0, tally: { ...emptyTally, failed: missing.length } })

const failures = formatFailures(outcomes)
if (failures) console.log(`\n${failures}`)
console.log(`\n${formatSummary(outcomes)}`)
if (missing.length) console.error(missingBanner(missing))
const { passed, failed } = totals(outcomes)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
