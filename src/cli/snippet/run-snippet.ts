import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf } from '../../core/support/errors.ts'
import type { Console } from '../console.ts'
import { copyRelease, type Manifest } from './copy-release.ts'
import { snippet } from './snippet.ts'
import { snippetHelp } from './snippet-help.ts'
import { readSnippetOptions } from './snippet-options.ts'

/** Where this package's own build lies, from wherever in it this runs. */
const manifestFile = () => fileURLToPath(import.meta.resolve('earshot/integrity.json'))

/** `earshot snippet` and `earshot copy`. @returns the exit code. */
export async function runSnippet(args: readonly string[], console: Pick<Console, 'out' | 'err'>, manifestAt = manifestFile()): Promise<number> {
  const asked = readSnippetOptions(args)
  if (typeof asked === 'string') {
    console.err(`earshot: ${asked}\nTry "earshot snippet --help".\n`)
    return 2
  }
  if ('help' in asked) {
    console.out(snippetHelp)
    return 0
  }
  const { to, flat, sealed, base, ...options } = asked
  try {
    const { version, files } = JSON.parse(await readFile(manifestAt, 'utf8')) as Manifest
    const copied = to === undefined ? undefined : await copyRelease({ from: dirname(manifestAt), to, version, files, flat })
    if (copied) console.err(`Copied ${Object.keys(files).length} files of ${version} to ${copied.folder}\n`)
    console.out(`${snippet({ ...options, base: base ?? (flat ? '/' : `/${version}/`), ...(sealed && { integrity: copied?.files ?? files }) })}\n`)
    return 0
  } catch (error) {
    console.err(`earshot: ${messageOf(error)}\n`)
    return 1
  }
}
