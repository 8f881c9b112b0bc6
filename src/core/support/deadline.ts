import { EarshotError } from './errors.ts'
import { systemClock, type Clock } from './clock.ts'

/**
 * Rejects with `code` when `work` has not settled after `ms` milliseconds.
 * Storage calls can hang for ever (WebKit's ephemeral sessions do); nothing may wait that long.
 */
export function deadline<T>(work: PromiseLike<T>, ms: number, code: string, clock: Clock = systemClock): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new EarshotError(code, `No answer within ${ms} ms`, { ms })))
    work.then(
      value => (cancel(), resolve(value)),
      (error: unknown) => (cancel(), reject(error)),
    )
  })
}
