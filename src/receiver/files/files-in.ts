import type { Bytes } from '../bytes.ts'
import { checkKey } from './check-key.ts'
import type { FileStore } from './file-store.ts'

interface Handle { writeFile(bytes: Uint8Array): Promise<void>; sync(): Promise<void>; close(): Promise<void> }
/** What is used of `node:fs/promises`: its types would bring Node's globals into the receiver. */
interface Disk {
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<string | undefined>
  open(path: string, flags: string, mode?: number): Promise<Handle>
  readFile(path: string): Promise<Bytes>
  rename(from: string, to: string): Promise<void>
  rm(path: string, options: { force: true }): Promise<void>
}

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code

/**
 * Keeps files in a folder (Node only), which all processes must share; readable only by the user they run as.
 * Written beside its place, forced to the disk and only then given its name: what has a name is whole.
 * @param directory made when missing. Not inside of what a web server shows.
 */
export function filesIn(directory: string): FileStore {
  const root = directory.replace(/(?<=.)[\\/]+$/, '')
  let loaded: Promise<Disk> | undefined
  const disk = () => loaded ??= import('node:fs/promises' as string) as Promise<Disk>
  // Two levels, because no folder takes millions of files well.
  const folders = (key: string) => [root, `${root}/${checkKey(key).slice(0, 2)}`, `${root}/${key.slice(0, 2)}/${key.slice(2, 4)}`]
  const placeOf = (key: string) => `${folders(key)[2]}/${key}`

  /** A name is on the disk once its folder is. Windows cannot, and need not. */
  async function syncFolder(folder: string) {
    const { open } = await disk()
    const handle = await open(folder, 'r').catch((error: unknown) => {
      if (codeOf(error) !== 'EISDIR' && codeOf(error) !== 'EPERM') throw error
    })
    await handle?.sync().catch((error: unknown) => {
      if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EINVAL') throw error
    }).finally(() => handle.close())
  }

  return {
    async put(key, bytes) {
      const { mkdir, open, rename } = await disk()
      const place = placeOf(key)
      const [top, middle, leaf] = folders(key) as [string, string, string]
      const made = await mkdir(leaf, { recursive: true, mode: 0o700 })
      const handle = await open(`${place}.part`, 'w', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${place}.part`, place)
      for (const folder of made ? [leaf, middle, top, `${top}/..`] : [leaf]) await syncFolder(folder)
    },

    async get(key) {
      const { readFile } = await disk()
      return readFile(placeOf(key)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
        return undefined
      })
    },

    async remove(key) {
      const { rm } = await disk()
      for (const place of [placeOf(key), `${placeOf(key)}.part`]) await rm(place, { force: true })
    },
  }
}
