/**
 * The work's outcome, or `end` with the signal, by default its reason: work that others share, or that knows of no signal, goes on, and
 * nobody waits for that any longer. A function is not begun where the signal has come before.
 */
export function until<T>(signal: AbortSignal, work: Promise<T> | (() => Promise<T>), end: () => Error = () => signal.reason as Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(end())
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    const working = typeof work === 'function' ? work() : work
    void working.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
