import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/laws/sources.ts'
import { exampleFiles, installed, installWithPackage } from '../../package/npm-folder.ts'

const examples = { name: 'servers', files: '*/**/*.{js,json,jsonc}' }

export const servers = join(root, 'demo', examples.name)

/** Files of the example servers, from their common folder. */
export const filesOf = (name = ''): string[] => exampleFiles(examples).filter(file => file.startsWith(name && `${name}/`))

/** What they and their runtimes need. */
export const installedServers = (): string => installed(examples)

/** The example servers and their runtimes, with this package as it would be published. */
export function installServers(): string {
  const folder = installWithPackage(examples)
  // Of an embedded database, where there is no PostgreSQL.
  for (const data of globSync('*/.data', { cwd: folder })) rmSync(join(folder, data), { recursive: true })
  return folder
}

/** A runtime that came as a package. */
export function binary(folder: string, pattern: string): string {
  const [found] = globSync(`node_modules/${pattern}`, { cwd: folder })
  if (!found) throw new Error(`There is no ${pattern} for ${process.platform} ${process.arch} in ${folder}; its package publishes none, or npm left it out`)
  return join(folder, found)
}
