import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { root } from '../house/laws/sources.ts'

function install(source: string, folder: string, size: string): void {
  const here = relative(root, source)
  rmSync(folder, { recursive: true, force: true })
  // Its workspaces, where it has some.
  for (const file of ['package.json', 'package-lock.json', ...globSync('*/package.json', { cwd: source })]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(source, file), join(folder, file))
  }
  console.log(`Installing what ${here} needs (some ${size}, once for each lockfile)`)
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) {
    throw new Error(
      `${here} was not tested: what it needs could not be installed. The tests want the npm registry for \`npm ci\` there, ` +
      `once; afterwards it lies in .cache/. npm said:\n${stderr}`)
  }
  writeFileSync(join(folder, 'whole'), '')
}

/**
 * A folder with what a folder of ours with a lockfile of its own needs from the registry, kept by the lockfile's hash: it never
 * enters the library's own tree.
 * @param source absolute path of the folder with `package.json` and `package-lock.json`.
 * @param size about how much is fetched, for whoever waits: `200 MB`.
 */
export function installedFor(source: string, size: string): string {
  const lock = readFileSync(join(source, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const folder = join(root, '.cache', `${basename(source)}-${hash}-${process.platform}-${process.arch}`)
  if (!existsSync(join(folder, 'whole'))) install(source, folder, size)
  return folder
}
