import type { Puzzle, Solution } from './solve.ts'

interface Policies { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string } }

// A policy that is made twice is refused where pages name theirs.
let address: string | undefined

/** The worker's address, as pages with Trusted Types want it. Throws where the page does not name our policy. */
function addressOf(url: URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  return (address ??= trustedTypes ? trustedTypes.createPolicy('earshot-worker', { createScriptURL: () => url.href }).createScriptURL('') : url.href)
}

/**
 * Solves it in a worker of the page's own origin, which does not outlive this.
 * @throws {Error} where there can be none, or it cannot: a foreign script, a file, a policy that forbids it or what it needs.
 */
export async function solveInWorker(puzzle: Puzzle, signal: AbortSignal): Promise<Solution | undefined> {
  const worker = new Worker(addressOf(new URL('./proof-worker.ts', import.meta.url)), { type: 'module' })
  try {
    return await new Promise((resolve, reject) => {
      // Served with the policy `sandbox`, it runs, and has no crypto.subtle.
      worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => (data ? resolve(data) : reject(new Error('The worker could not solve it'))))
      worker.addEventListener('error', event => {
        // Told here, not in the page's console.
        event.preventDefault()
        reject(new Error('The worker could not be started'))
      })
      signal.addEventListener('abort', () => resolve(undefined))
      if (signal.aborted) resolve(undefined)
      worker.postMessage(puzzle)
    })
  } finally {
    worker.terminate()
  }
}
