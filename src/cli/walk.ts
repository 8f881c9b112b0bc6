import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { messageOf } from '../core/support/errors.ts'
import type { Warning } from './warning.ts'

/** Not help, whatever they hold. */
const ignored = new Set(['node_modules'])

/** Whether a path leads through a name that is never read. */
export const isIgnored = (path: string) => path.split(/[\\/]/).some(name => name.startsWith('.') || ignored.has(name))

/**
 * All files below a folder, relative to it, with `/`, in a stable order. Names that begin with a dot are left out,
 * and so is `except`. Symbolic links are not followed: they can lead in circles and out of the folder.
 */
export async function walk(dir: string, except: string, warn: (warning: Warning) => void): Promise<string[]> {
  const files: string[] = []
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(dir, below), { withFileTypes: true }).catch((error: unknown) => {
      if (!below) throw error
      warn({ kind: 'unreadable', file: below, message: `cannot be read: ${messageOf(error)}` })
      return []
    })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = below ? `${below}/${entry.name}` : entry.name
      if (isIgnored(entry.name) || resolve(dir, path) === resolve(except)) continue
      if (entry.isSymbolicLink()) warn({ kind: 'skipped', file: path, message: 'is a symbolic link; these are not followed' })
      else if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) files.push(path)
    }
  }
  await visit('')
  return files
}
