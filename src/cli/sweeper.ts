import { rm } from 'node:fs/promises'
import { join } from 'node:path'

// A page that was opened before may still ask for the files of its index; ten minutes later it has read it, or asks for the new one.
const grace = 10 * 60_000

type Files = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>

/**
 * Deletes what an earlier build of the same run has made and no later one needs, once that is ten minutes ago. Files of earlier
 * runs, and of others, are left alone.
 * @returns to be called with the files of each build.
 */
export function sweeper(out: string, now: () => number): (files: Files) => Promise<void> {
  let last: string[] = []
  const replaced = new Map<string, number>()
  return async files => {
    for (const file of last) if (!files.has(file) && !replaced.has(file)) replaced.set(file, now())
    last = [...files.keys()]
    for (const [file, since] of replaced) {
      if (files.has(file)) replaced.delete(file)
      else if (now() - since >= grace) {
        replaced.delete(file)
        await rm(join(out, file), { force: true })
      }
    }
  }
}
