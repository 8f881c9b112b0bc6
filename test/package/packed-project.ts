import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { root } from '../house/laws/sources.ts'

export interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
  bin: Record<string, string>
  customElements: string
  unpkg: string
}

/** An empty project with nothing in it but our package, as npm would install it from the registry. */
export interface PackedProject {
  folder: string
  tarball: string
  /** Where the package lies in it. */
  installed: string
  manifest: Manifest
  close(): void
}

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']

/** Packs what would be published. Answers with the tarball. */
export function packInto(folder: string): string {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder, ...quiet], { cwd: root, encoding: 'utf8' })
  const listing = JSON.parse(packed) as { filename: string }[] | Record<string, { filename: string }>
  return join(folder, Object.values(listing)[0]!.filename)
}

export function packAndInstall(): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-package-'))
  const tarball = packInto(folder)
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  execFileSync('npm', ['install', tarball, '--prefer-offline', ...quiet], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] })
  const installed = join(project, 'node_modules', 'earshot')
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest
  return { folder: project, tarball, installed, manifest, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Every way to import the package, a `*` filled in with each file that is there. */
export function specifiersOf({ installed, manifest }: PackedProject): string[] {
  return Object.entries(manifest.exports).filter(([key]) => !key.endsWith('.css')).flatMap(([key, target]) => {
    const file = typeof target === 'string' ? target : target.default
    const name = posix.join(manifest.name, key)
    if (!key.includes('*')) return [name]
    const [before, after] = file.split('*') as [string, string]
    const folder = posix.dirname(`${before}x`)
    const files = readdirSync(join(installed, folder)).map(entry => posix.join(folder, entry))
    const prefix = posix.normalize(before)
    return files.filter(path => path.startsWith(prefix) && path.endsWith(after))
      .map(path => name.replace('*', path.slice(prefix.length, path.length - after.length)))
  })
}

/** Runs Node's own code in the project. */
export function runInProject({ folder }: PackedProject, code: string): { status: number | null; output: string } {
  writeFileSync(join(folder, 'probe.mjs'), code)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['probe.mjs'], { cwd: folder, encoding: 'utf8', timeout: 60_000 })
  return { status, output: stdout + stderr }
}
