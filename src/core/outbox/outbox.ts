import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { EarshotError, messageOf, type Problem } from '../support/errors.ts'
import { hash } from '../support/hash.ts'
import { stringify } from '../support/stringify.ts'
import type { Transport } from '../transports/transport.ts'
import { attempt } from './attempt.ts'
import { afterFailure, dueAt, gap, heldUntil, longest, retriable } from './backoff.ts'
import { createClaim } from './claim.ts'
import { createLedger } from './ledger.ts'
import { createNews } from './news.ts'
import { ownerOf } from './owner.ts'
import type { Outbox, OutboxChange, OutboxRecord } from './record.ts'
import type { Store } from './store.ts'

export interface OutboxOptions {
  store: Store
  transport: Transport
  /** Shared by all tabs that share the store: names the lock and the channel. */
  name: string
  clock?: Clock
  /** From 0 to below 1, for the jitter. */
  random?: () => number
  /** Default: the platform's. `undefined` given outright means there are none. */
  locks?: LockManager | undefined
  /** How other tabs are told. Default: a BroadcastChannel. */
  channel?: (name: string) => BroadcastChannel | undefined
  /** The site's token. Only its subject is used, to bind an issue to whoever wrote it. */
  identity?: () => Promise<string>
  /** Damaged records, a failing store, an issue that will not go: for the integrator, once each. */
  onProblem?: (problem: Problem) => void
}

/**
 * Keeps issues until a receipt exists: write first, send second, remove only on a receipt.
 * Wakes itself by timers; `online`, `visible` and `pageshow` are the caller's to watch, with a call of `drain()`.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, transport, name, clock = systemClock, random = Math.random, identity, onProblem } = options
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks
  const ending = new AbortController()
  const reported = new Set<string>()
  /** Seen by this tab and not yet settled: when one is gone from the store, another tab has settled it. */
  const open = new Set<string>()
  let lastSequence = 0
  let quietUntil = 0
  let held = 0
  let running: Promise<void> | undefined
  let again = false
  let forced = false
  let wakesAt = Infinity
  let cancel: (() => void) | undefined

  const report = (code: string, message: string, path?: string) => {
    if (reported.size === reported.add(code + path).size) return
    onProblem?.({ code, message, ...(path && { path }) })
  }
  const ledger = createLedger(store, report)
  const claim = createClaim(name, locks, store, clock, ending.signal)
  const news = createNews(
    `earshot:${name}`,
    change => {
      if (change.status === 'accepted') {
        ledger.drop(change.id)
        open.delete(change.id)
      } else if (change.status === 'sending') quietUntil = clock.now() + 2 * gap
      // Queues up behind the other tab's lock, so that this one takes over should that one die.
      else void drain()
    },
    options.channel,
  )

  const tell = (status: OutboxChange['status'], { id, attempts, dueAt, failure }: OutboxRecord, receipt?: Receipt) =>
    news.tell({
      id,
      status,
      durable: ledger.durable(id),
      attempts,
      ...(status === 'waiting' || (status === 'refused' && dueAt) ? { dueAt } : {}),
      ...(failure && status !== 'accepted' && { failure }),
      ...(receipt && { receipt }),
    })

  const wake = (at: number) => {
    const now = clock.now()
    if (at >= wakesAt || ending.signal.aborted) return
    cancel?.()
    wakesAt = at
    // Never far ahead: timers stand still while a laptop sleeps, and clocks are put right.
    cancel = clock.after(Math.min(Math.max(at - now, gap / 2), longest), () => {
      wakesAt = Infinity
      void drain()
    })
  }

  const refresh = async () => {
    const { records, whole } = await ledger.load()
    const ids = new Set(records.map(({ id }) => id))
    for (const id of whole ? open : []) {
      if (ids.has(id)) continue
      open.delete(id)
      const receipt = await ledger.receipt(id)
      if (receipt) news.tell({ id, status: 'accepted', durable: store.durable, attempts: 0, receipt })
    }
    for (const { id, sequence } of records) {
      open.add(id)
      lastSequence = Math.max(lastSequence, sequence)
    }
    return { records, whole }
  }

  const isDue = (record: OutboxRecord, force: boolean) =>
    retriable(record) && clock.now() >= Math.max(held, force && !record.afterMs ? 0 : dueAt(record, clock.now()))

  const send = async (record: OutboxRecord) => {
    const { id } = record
    quietUntil = clock.now() + gap
    tell('sending', { ...record, attempts: record.attempts + 1 })
    let receipt: Receipt | undefined
    let thrown: unknown
    try {
      receipt = await attempt(transport, record, clock)
    } catch (error) {
      thrown = error
      quietUntil += gap
    }
    // Removed meanwhile by the customer's own hand: nothing of it may come back.
    const removed = !(await ledger.get(id))
    if (receipt) {
      if (!removed) await ledger.finish(record, receipt)
      open.delete(id)
      return tell('accepted', { ...record, attempts: record.attempts + 1 }, receipt)
    }
    if (removed) return
    const next = afterFailure(record, thrown, clock.now(), random)
    await ledger.save(next)
    held = Math.max(held, heldUntil(next))
    if (next.attempts === 5 || (next.misses ?? 0) > 2) report(next.failure!.code, messageOf(thrown))
    tell(next.status, next)
  }

  const round = async (force: boolean) => {
    const busyUntil = await claim(async renew => {
      await ledger.settle()
      const { records } = await refresh()
      const owner = records.some(({ owner }) => owner) ? await ownerOf(identity) : undefined
      held = Math.max(0, ...records.map(heldUntil))
      for (const listed of records) {
        const now = clock.now()
        if (dueAt(listed, now) < listed.dueAt) await ledger.save({ ...listed, dueAt: dueAt(listed, now) })
        if (!isDue(listed, force) || (listed.owner && listed.owner !== owner)) continue
        const quiet = Math.min(quietUntil - now, 2 * gap)
        if (quiet > 0) await new Promise<void>(resolve => void clock.after(quiet, resolve))
        if (ending.signal.aborted) return
        const record = await ledger.get(listed.id)
        if (!record || !isDue(record, force)) continue
        await renew()
        await send(record)
      }
      const after = await refresh()
      for (const record of after.records)
        if (retriable(record) && (!record.owner || record.owner === owner)) wake(Math.max(held, dueAt(record, clock.now())))
      if (!after.whole) wake(clock.now() + longest)
    })
    if (busyUntil) wake(busyUntil)
  }

  const drain: Outbox['drain'] = ({ force = false } = {}) => {
    again = true
    forced ||= force
    return (running ??= (async () => {
      try {
        while (again && !ending.signal.aborted) {
          const force = forced
          again = forced = false
          await round(force)
        }
      } catch (error) {
        report('outbox/failed', messageOf(error))
      } finally {
        running = undefined
      }
    })())
  }

  return {
    async keep(issue: Issue, attachments) {
      const { id, replaces } = issue
      const body = stringify(issue)
      const owner = identity && (await ownerOf(identity))
      const { records } = await refresh()
      const known = records.find(record => record.id === id)
      if (known && known.body !== body)
        throw new EarshotError('outbox/already-kept', `Issue ${id} was kept with other words. An edited issue needs a new id`, { id })
      const record: OutboxRecord = known ?? {
        version: 1,
        id,
        sequence: ++lastSequence,
        body,
        hash: hash(body),
        attachments: [...attachments],
        status: 'kept',
        attempts: 0,
        dueAt: 0,
        keptAt: new Date(clock.now()).toISOString(),
        ...(owner && { owner }),
      }
      if (!known) {
        const old = records.find(record => record.id === replaces && record.status === 'refused')
        if (old) ledger.drop(old.id)
        await ledger.save(record, { born: true, ...(old && { remove: old.id }) })
        open.add(id)
        tell('kept', record)
      }
      void drain()
      return { durable: ledger.durable(id) }
    },
    drain,
    async records() {
      const { records } = await ledger.load()
      const now = clock.now()
      return records.map(record => ({ ...record, dueAt: dueAt(record, now) }))
    },
    requests: ledger.requests,
    async discard(id) {
      open.delete(id)
      await ledger.remove(id)
    },
    subscribe: news.subscribe,
    dispose() {
      ending.abort()
      cancel?.()
      news.close()
    },
  }
}
