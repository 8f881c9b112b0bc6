import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../house/laws/sources.ts'
import { packInto } from './packed-project.ts'

/** Examples with packages of their own: a folder under `demo/` with workspaces and a lockfile. */
export interface NpmFolder {
  name: string
  /** Its files that are laid beside the packages, each time anew. */
  files: string
}

const source = ({ name }: NpmFolder) => join(root, 'demo', name)

/** The files of the examples, from their common folder. */
export const exampleFiles = (examples: NpmFolder): string[] =>
  globSync(examples.files, { cwd: source(examples), exclude: ['**/node_modules/**'] }).map(path => path.replaceAll('\\', '/')).sort()

function lay(file: string, from: string, to: string) {
  mkdirSync(dirname(join(to, file)), { recursive: true })
  cpSync(join(from, file), join(to, file))
}

function install(examples: NpmFolder, folder: string): void {
  const from = source(examples)
  rmSync(folder, { recursive: true, force: true })
  for (const file of ['package.json', 'package-lock.json', ...globSync('*/package.json', { cwd: from })]) lay(file, from, folder)
  console.log(`Installing what demo/${examples.name} needs, once for each lockfile`)
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) {
    throw new Error(
      `demo/${examples.name} was not tested: what it needs could not be installed. The tests want the npm registry for \`npm ci\` in that folder, ` +
      `once; afterwards it lies in .cache/. npm said:\n${stderr}`)
  }
  writeFileSync(join(folder, 'whole'), '')
}

/** A folder with what the examples need from the registry, kept by the lockfile's hash. */
export function installed(examples: NpmFolder): string {
  const lock = readFileSync(join(source(examples), 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const folder = join(root, '.cache', `${examples.name}-${hash}-${process.platform}-${process.arch}`)
  if (!existsSync(join(folder, 'whole'))) install(examples, folder)
  return folder
}

/**
 * The same with the examples as they are now, and this package as it would be published, in place of npm's.
 * @param at where it lies, for an example that has other versions of its neighbours than the rest.
 */
export function installWithPackage(examples: NpmFolder, at: readonly string[] = ['node_modules']): string {
  const folder = installed(examples)
  const packed = mkdtempSync(join(folder, 'packed-'))
  const tarball = packInto(packed)
  for (const modules of at) {
    const ours = join(folder, modules, 'earshot')
    rmSync(ours, { recursive: true, force: true })
    mkdirSync(ours, { recursive: true })
    execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', ours])
  }
  rmSync(packed, { recursive: true })
  for (const file of exampleFiles(examples)) lay(file, source(examples), folder)
  return folder
}
