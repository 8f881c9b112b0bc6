import type { Clock } from '../support/clock.ts'
import { createId } from '../support/ids.ts'
import { attemptLimit } from './attempt.ts'
import type { Store } from './store.ts'

interface Lease { by: string; until: number }

/** Runs `work` when no other tab is sending; `renew` is called before each attempt. Answers with when to ask again if it was not run. */
export type Claim = (work: (renew: () => Promise<void>) => Promise<void>) => Promise<number | undefined>

const key = 'lease'

/**
 * One sender per browser. A Web Lock, which the browser frees when its tab dies; a tab that asks waits its turn.
 * Without locks (`http:` pages, sandboxed frames) a lease in the store: two tabs may overlap for a moment,
 * and the idempotency key makes that harmless.
 */
export function createClaim(name: string, locks: LockManager | undefined, store: Store, clock: Clock, signal: AbortSignal): Claim {
  const me = createId()

  const renew = () => store.write({ put: [[key, { by: me, until: clock.now() + attemptLimit }]] }).catch(() => {})

  const leased: Claim = async work => {
    const lease = await store.get<Lease>(key).catch(() => undefined)
    const now = clock.now()
    // One that ends later than any lease can was written by another clock.
    if (lease && lease.by !== me && lease.until > now && lease.until <= now + attemptLimit) return lease.until
    await renew()
    const winner = await store.get<Lease>(key).catch(() => undefined)
    if (winner && winner.by !== me) return clock.now() + attemptLimit
    // One attempt with a large picture on a slow line takes longer than a lease.
    const stop = repeat(renew, attemptLimit / 3, clock, signal)
    try {
      await work(renew)
    } finally {
      await stop()
      await store.write({ delete: [key] }).catch(() => {})
    }
  }

  return async work => {
    let begun = false
    try {
      if (locks) {
        await locks.request(`${name}@1`, { signal }, () => {
          begun = true
          return work(async () => {})
        })
        return
      }
    } catch (error) {
      // Refused outright, as in an opaque origin.
      if (begun) throw error
    }
    return signal.aborted ? undefined : leased(work)
  }
}

/** Does it again and again; the answer ends that, and resolves when the last time is over. So does the signal, whatever the work waits for. */
function repeat(work: () => Promise<void>, everyMs: number, clock: Clock, signal: AbortSignal): () => Promise<void> {
  let last = Promise.resolve()
  let cancel = () => {}
  const wait = () => {
    if (signal.aborted) return
    cancel = clock.after(everyMs, () => {
      last = work()
      wait()
    })
  }
  const stop = () => cancel()
  signal.addEventListener('abort', stop)
  wait()
  return () => {
    signal.removeEventListener('abort', stop)
    cancel()
    return last
  }
}
