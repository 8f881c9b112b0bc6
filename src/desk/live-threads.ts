import type { RequestRecord } from '../core/outbox/record.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { isAwaited } from './thread-waits.ts'
import { transportOf } from './transport-of.ts'

// A browser has few connections to one host, and the page needs them more. In milliseconds: before one is opened again.
const most = 2
const pause = 5_000

export interface LiveThreads {
  /** Listens to the latest whose backend tells of news by itself. `shown`: the requests have just been put on the screen. */
  follow(records: readonly RequestRecord[], shown?: boolean): void
  stop(): void
}

/** Listens while the requests are looked at; otherwise asking now and then will do. */
export function openLiveThreads(context: Context, isVisible: () => boolean, news: (record: RequestRecord) => void): LiveThreads {
  const transport = transportOf(context)
  const clock = clockOf(context)
  const open = new Map<string, AbortController>()
  let cancel: (() => void) | undefined
  let latest: readonly RequestRecord[] = []
  let stopped = false

  const isLookedAt = () => context.state.open && /^requests?$/.test(context.state.view.name)
  const close = () => {
    for (const each of open.values()) each.abort()
    open.clear()
  }
  const listen = (record: RequestRecord) => {
    const { id } = record.issue
    const ending = new AbortController()
    open.set(id, ending)
    const isStill = () => open.get(id) === ending
    const done = () => isStill() && open.delete(id)
    transport.watch!(record.receipt, () => isStill() && news(record), { signal: ending.signal }).then(
      // Ended by the backend, as it does from time to time: begun again as long as somebody looks.
      () => {
        if (!done()) return
        cancel?.()
        cancel = clock.after(pause, () => isLookedAt() && follow(latest))
      },
      done,
    )
  }
  const follow = (records: readonly RequestRecord[], shown = false) => {
    latest = records
    if (stopped || !transport.watch || !isVisible()) return
    if (!shown && !isLookedAt()) return
    const now = clock.now()
    const live = records.filter(record => record.thread?.live && isAwaited(record, now)).slice(0, most)
    for (const record of live) if (!open.has(record.issue.id) && open.size < most) listen(record)
  }
  // The panel was closed, or shows something else; an element that stands in the page by itself listens until the backend ends it.
  let wasLookedAt = isLookedAt()
  const leave = context.subscribe(() => {
    const now = isLookedAt()
    if (wasLookedAt && !now) close()
    wasLookedAt = now
  })

  return {
    follow,
    stop() {
      stopped = true
      cancel?.()
      leave()
      close()
    },
  }
}
