import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../house/laws/sources.ts'
import { packInto } from '../../package/packed-project.ts'

export const servers = join(root, 'demo', 'servers')

/** Files of the example servers, from their common folder. */
export const filesOf = (name = '*'): string[] => globSync(`${name}/**/*.{js,json,jsonc}`, { cwd: servers }).map(path => path.replaceAll('\\', '/')).sort()

function install(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const file of ['package.json', 'package-lock.json', ...globSync('*/package.json', { cwd: servers })]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(servers, file), join(folder, file))
  }
  console.log('Installing what the example servers and their runtimes need (some 200 MB, once for each lockfile)')
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) {
    throw new Error(
      'The example servers were not tested: what they need could not be installed. The tests want the npm registry for `npm ci` in demo/servers, ' +
      `once; afterwards it lies in .cache/. npm said:\n${stderr}`)
  }
  writeFileSync(join(folder, 'whole'), '')
}

/** A folder with what the example servers and their runtimes need from the registry, kept by the lockfile's hash. */
export function installed(): string {
  const lock = readFileSync(join(servers, 'package-lock.json'))
  const folder = join(root, '.cache', `servers-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}-${process.platform}-${process.arch}`)
  if (!existsSync(join(folder, 'whole'))) install(folder)
  return folder
}

/** The same with the example servers as they are now, and this package as it would be published, in place of npm's. */
export function installServers(): string {
  const folder = installed()
  const ours = join(folder, 'node_modules', 'earshot')
  rmSync(ours, { recursive: true, force: true })
  mkdirSync(ours)
  const packed = mkdtempSync(join(folder, 'packed-'))
  execFileSync('tar', ['-xzf', packInto(packed), '--strip-components=1', '-C', ours])
  rmSync(packed, { recursive: true })
  // Of an embedded database, where there is no PostgreSQL.
  for (const data of globSync('*/.data', { cwd: folder })) rmSync(join(folder, data), { recursive: true })
  for (const file of filesOf()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(servers, file), join(folder, file))
  }
  return folder
}

/** A runtime that came as a package. */
export function binary(folder: string, pattern: string): string {
  const [found] = globSync(`node_modules/${pattern}`, { cwd: folder })
  if (!found) throw new Error(`There is no ${pattern} for ${process.platform} ${process.arch} in ${folder}; its package publishes none, or npm left it out`)
  return join(folder, found)
}
