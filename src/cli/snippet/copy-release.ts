import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** `integrity.json`: checksums by path below the folder of the build. */
export interface Manifest { version: string; files: Record<string, string> }

export interface Release extends Manifest {
  /** The folder of the build. */
  from: string
  to: string
  /** All files beside each other, for hosts that have one folder only; such hosts number their versions themselves. */
  flat: boolean
}

const beside = ['earshot', 'earshot.js', 'earshot.js.map', 'themes', 'integrity.json', 'THIRD-PARTY-LICENSES.txt']

/** Copies the script with its parts, their maps, checksums and licences, and the themes where there are folders. @returns where they lie now, and their checksums by path there. */
export async function copyRelease({ from, to, version, files, flat }: Release): Promise<{ folder: string; files: Record<string, string> }> {
  if (flat) return { folder: to, files: await copyFlat(from, to, version, files) }
  const folder = join(to, version)
  for (const name of beside) await cp(join(from, name), join(folder, name), { recursive: true })
  return { folder, files }
}

async function copyFlat(from: string, to: string, version: string, files: Record<string, string>): Promise<Record<string, string>> {
  await mkdir(to, { recursive: true })
  const flat: Record<string, string> = {}
  for (const path of Object.keys(files)) {
    const name = posix.basename(path)
    const text = await readFile(join(from, path), 'utf8')
    // The script names its parts by their folder; the parts name each other by their neighbourhood. No maps, so none is promised.
    const script = (path === 'earshot.js' ? text.replaceAll('./earshot/', './') : text).replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
    await writeFile(join(to, name), script)
    flat[name] = `sha384-${createHash('sha384').update(script).digest('base64')}`
  }
  await cp(join(from, 'THIRD-PARTY-LICENSES.txt'), join(to, 'THIRD-PARTY-LICENSES.txt'))
  await writeFile(join(to, 'integrity.json'), `${JSON.stringify({ version, files: flat }, null, 2)}\n`)
  return flat
}
