import { watch as watchNative } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { messageOf } from '../core/support/errors.ts'
import type { Console } from './console.ts'
import { isIgnored, walk } from './walk.ts'

/** Tells of each file that changes, by its path in the folder; `failed` once it no longer can. */
export type Watcher = (dir: string, changed: (file: string) => void, failed: (error: unknown) => void) => { close(): void }

// Editors write a file in several steps; a checkout writes hundreds of them.
const settled = 100

/**
 * Calls `build` once, and again with the names of what has changed since, one call after the other, until `stop`. Resolves when the
 * last call is done. Where the system cannot tell of changes it looks for them every second.
 */
export async function watchFolder(
  dir: string, except: string, build: (changed: string[]) => Promise<void>, { err, stop }: Pick<Console, 'err' | 'stop'>, watcher: Watcher = native,
): Promise<void> {
  const changed = new Set<string>()
  let wake = () => {}
  const note = (file: string) => {
    const path = resolve(dir, file)
    if (isIgnored(file) || path === resolve(except) || path.startsWith(resolve(except) + sep)) return
    changed.add(file.replaceAll('\\', '/'))
    wake()
  }
  let open = { close() {} }
  const failed = (error: unknown) => {
    open.close()
    err(`earshot: changes cannot be watched here (${messageOf(error)}); looking for them every second\n`)
    open = polling(dir, note, () => {})
  }
  try {
    open = watcher(dir, note, failed)
  } catch (error) {
    failed(error)
  }
  const stopped = new Promise<void>(done => (stop.aborted ? done() : stop.addEventListener('abort', () => done(), { once: true })))
  await build([])
  while (!stop.aborted) {
    if (!changed.size) await Promise.race([stopped, new Promise<void>(done => (wake = done))])
    // Until nothing has come for a moment.
    for (let before = -1; before !== changed.size && !stop.aborted;) {
      before = changed.size
      await Promise.race([stopped, new Promise(done => setTimeout(done, settled))])
    }
    if (stop.aborted) break
    const files = [...changed].sort()
    changed.clear()
    await build(files)
  }
  open.close()
}

const native: Watcher = (dir, changed, failed) => {
  const watching = watchNative(dir, { recursive: true }, (_, file) => void (file && changed(file)))
  watching.on('error', failed)
  return watching
}

/** Compares what the folder holds with what it held, by time and size. */
export const polling: Watcher = (dir, changed) => {
  let before: Map<string, string> | undefined
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    try {
      const files = await walk(dir, '', () => {})
      const now = new Map(await Promise.all(files.map(async file => {
        const found = await stat(join(dir, file)).catch(() => undefined)
        return [file, `${found?.mtimeMs} ${found?.size}`] as const
      })))
      for (const file of new Set([...now.keys(), ...(before?.keys() ?? [])])) if (before && before.get(file) !== now.get(file)) changed(file)
      before = now
    } catch {
      // A folder that is gone for a moment comes back, or the next build says so.
    } finally {
      looking = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), 1000)
  return { close: () => clearInterval(timer) }
}
