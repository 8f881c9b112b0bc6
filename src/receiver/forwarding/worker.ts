import { dueEvery } from '../due-every.ts'
import type { ReadForwarding } from './read-forwarding.ts'
import { attempt, claimFactor, type Outcome, type WorkerOptions } from './attempt.ts'
import { claimForward, findBusy, mendDueTimes } from './store-forwards.ts'

/** How many attempts of a round arrived, and how many did not. */
export interface ForwardingRound { done: number; failed: number }

/** Passes on what is due, each forwarder by itself: a stuck one holds up nobody else. */
export interface Worker {
  /** Begins whatever is due and has room; resolves once that is begun, with the lines that run. */
  begin(): Promise<Promise<ForwardingRound>[]>
  /** Resolves once all that was begun has ended. */
  settled(): Promise<void>
}

/** @param stop aborted: nothing is begun any more, and what runs is left to whoever comes next. */
export function createWorker(options: WorkerOptions, forwarding: ReadForwarding, stop: { begun: AbortSignal; running: AbortSignal }): Worker {
  const { query, site, clock } = options
  const { to, timeout, atOnce } = forwarding
  const names = [...to.keys()]
  const lines = new Map<string, Set<Promise<unknown>>>(names.map(name => [name, new Set()]))
  const mended = dueEvery(60_000)
  const now = () => new Date(clock.now()).toISOString()

  /** One after the other until nothing is due. */
  async function line(name: string): Promise<ForwardingRound> {
    const count: Record<Outcome, number> = { done: 0, failed: 0, left: 0 }
    while (!stop.begun.aborted) {
      const claim = await claimForward(query, site, name, now(), timeout * claimFactor)
      if (!claim) break
      count[await attempt(options, forwarding, claim, stop.running)]++
    }
    return { done: count.done, failed: count.failed }
  }

  return {
    async begin() {
      if (!names.length || stop.begun.aborted) return []
      if (mended.due(clock.now())) await mendDueTimes(query, site, names, now())
      const busy = await findBusy(query, site, names, now())
      return busy.flatMap(name => {
        const running = lines.get(name)!
        return Array.from({ length: atOnce - running.size }, () => {
          const fresh = line(name)
          const entry = fresh.catch(() => {}).finally(() => running.delete(entry))
          running.add(entry)
          return fresh
        })
      })
    },
    async settled() {
      await Promise.all([...lines.values()].flatMap(running => [...running]))
    },
  }
}
