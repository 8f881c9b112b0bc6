import type { Clock } from './clock.ts'

/**
 * Runs `work` one at a time, each not before so many milliseconds have passed since the end of the one before; the first at once.
 * Who asks meanwhile shares the next one: it begins after they asked, so nothing in it is older.
 */
export function paced<T>(work: () => Promise<T>, apartMs: number, clock: Clock): () => Promise<T> {
  let ready: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined
  return () =>
    (next ??= ready.then(() => {
      next = undefined
      const run = work()
      ready = run.catch(() => {}).then(() => new Promise<void>(resolve => void clock.after(apartMs, resolve)))
      return run
    }))
}
