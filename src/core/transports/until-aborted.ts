import { TransportError } from './transport.ts'

/** The work's outcome, or its end with the signal: somebody else's work need not know of it, and nobody waits for that any longer. */
export function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const end = () => reject(new TransportError('transport/aborted', 'The attempt was given up', { retry: 'later' }))
    if (signal.aborted) return end()
    signal.addEventListener('abort', end, { once: true })
    work().then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}
