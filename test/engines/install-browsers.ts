// Brings in the engines this machine lacks: Debian's packages for root on Debian, Playwright's builds elsewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { engines, findBrowser, onPath, type Engine, type Found } from './find-browsers.ts'

const packages: Record<Engine, string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
}

const run = (command: string, args: string[], env: Record<string, string> = {}): boolean => {
  console.log(`$ ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

// Ubuntu has packages of the same names that only point at its snap store.
const isDebianRoot = () =>
  process.getuid?.() === 0
  && existsSync('/etc/os-release')
  && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  && onPath('apt-get') !== undefined

function installDebianPackages(missing: Engine[]): void {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], quiet)
  // One call each: a package that cannot be had must not keep the others out.
  for (const engine of missing) run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages[engine]], quiet)
}

function installPlaywrightBuilds(missing: Engine[]): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0
  for (const engine of missing) {
    const withLibraries = isLinuxRoot && run(process.execPath, [cli, 'install', '--with-deps', engine])
    if (!withLibraries) run(process.execPath, [cli, 'install', engine])
  }
}

export interface Installed {
  found: Found[]
  missing: Engine[]
}

const look = (): Installed => {
  const found = engines.map(engine => findBrowser(engine)).filter(browser => browser !== undefined)
  return { found, missing: engines.filter(engine => !found.some(browser => browser.engine === engine)) }
}

/** Finds all engines, installs those that are not there, and answers with what this machine has in the end. */
export function installBrowsers(): Installed {
  let state = look()
  if (state.missing.length && isDebianRoot()) {
    installDebianPackages(state.missing)
    state = look()
  }
  if (state.missing.length) {
    installPlaywrightBuilds(state.missing)
    state = look()
  }
  return state
}

/** What to print, unmistakably, when an engine could not be had. */
export function missingBanner(missing: readonly Engine[]): string {
  const bar = '!'.repeat(78)
  const named = missing.map(engine => `${engine} (Debian: ${packages[engine].join(' ')})`).join(', ')
  return [
    bar,
    `NOT TESTED: ${named}`,
    'No such browser was found and none could be installed. Install it, or name its',
    'executable in CHROMIUM, FIREFOX or MINIBROWSER. With CI=true this is a failure.',
    bar,
  ].join('\n')
}

if (import.meta.main) {
  const { found, missing } = installBrowsers()
  for (const browser of found) console.log(`${browser.engine}: ${browser.executable}`)
  if (missing.length) {
    console.error(missingBanner(missing))
    process.exitCode = 1
  }
}
