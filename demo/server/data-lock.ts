import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Makes sure that nobody else has the embedded database open: two processes in one directory would destroy it.
 * A lock left behind by a process that is gone does not count. Answers with a function that gives it back.
 */
export async function lockData(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'earshot.lock')
  await mkdir(directory, { recursive: true })
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new Error(`The database in ${directory} is in use by process ${holder}. Stop that one, or choose another with --data DIR (or --data memory).`)
  }
  await writeFile(file, String(process.pid))
  return () => rm(file, { force: true })
}
