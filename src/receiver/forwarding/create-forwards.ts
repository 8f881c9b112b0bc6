import { deadline } from '../../core/support/deadline.ts'
import type { WorkerOptions } from './attempt.ts'
import type { ReadForwarding } from './read-forwarding.ts'
import { createWorker, type ForwardingRound } from './worker.ts'

/** How often the table is looked at: what other processes took in, and what is due again. */
const every = 2_000

/** Passing on, in rounds or for as long as the process runs. */
export interface Forwards {
  rules: ReadForwarding
  /** Names of those that take messages, too. */
  replying: readonly string[]
  /** Something was put into the table by this process. */
  wake(): void
  /** Passes on all that is due, until nothing is. @throws what the database throws. */
  round(): Promise<ForwardingRound>
  /** Goes on until `close`. `ready` brings the tables up to date; it is asked again while the database is away. */
  start(ready: () => Promise<unknown>): void
  /**
   * Begins nothing more, gives what is being sent so many milliseconds to end, and leaves the rest to other workers, or to the next start.
   * Called again it resolves with the first.
   */
  close(graceMs?: number): Promise<void>
}

export function createForwards(options: WorkerOptions, forwarding: ReadForwarding): Forwards {
  const { clock, report } = options
  const [begun, running] = [new AbortController(), new AbortController()]
  const worker = createWorker(options, forwarding, { begun: begun.signal, running: running.signal })
  let loop: Promise<void> | undefined
  let closing: Promise<void> | undefined
  let news = false
  let rouse = () => {}
  const wake = () => {
    news = true
    rouse()
  }

  const pause = () => new Promise<void>(resolve => {
    if (news || begun.signal.aborted) return resolve()
    const cancel = clock.after(every, resolve)
    rouse = () => (cancel(), resolve())
  })

  async function run(ready: () => Promise<unknown>): Promise<void> {
    while (!begun.signal.aborted) {
      try {
        await ready()
        for (const line of await worker.begin()) void line.then(() => {}, report)
      } catch (error) {
        report(error)
        // What woke it cannot be done now: no haste.
        news = false
      }
      await pause()
      news = false
    }
  }

  async function end(graceMs: number): Promise<void> {
    begun.abort()
    rouse()
    await loop
    await deadline(worker.settled(), graceMs, 'receiver/slow-forward', clock).catch(() => running.abort())
    await worker.settled()
  }

  return {
    rules: forwarding,
    replying: [...forwarding.to].flatMap(([name, { reply }]) => (reply ? [name] : [])),
    wake,
    async round() {
      const total: ForwardingRound = { done: 0, failed: 0 }
      for (;;) {
        const lines = await worker.begin()
        if (!lines.length) {
          await worker.settled()
          return total
        }
        for (const { done, failed } of await Promise.all(lines)) {
          total.done += done
          total.failed += failed
        }
      }
    },
    start: ready => void (loop ??= run(ready)),
    close: (graceMs = 10_000) => closing ??= end(graceMs),
  }
}
