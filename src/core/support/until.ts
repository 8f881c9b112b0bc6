/** The work's outcome, or `end` with the signal: somebody else's work need not know of it, and nobody waits for that any longer. */
export function until<T>(signal: AbortSignal, work: () => Promise<T>, end: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(end())
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    work().then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
