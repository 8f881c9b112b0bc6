import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { EarshotError, type Problem } from '../support/errors.ts'
import { hash } from '../support/hash.ts'
import { stringify } from '../support/stringify.ts'
import type { Transport } from '../transports/transport.ts'
import { dueAt, longest } from './backoff.ts'
import { createClaim } from './claim.ts'
import { createLedger, type Report } from './ledger.ts'
import { createNews } from './news.ts'
import { ownerOf } from './owner.ts'
import type { Outbox, OutboxChange, OutboxRecord } from './record.ts'
import { createSender } from './sender.ts'
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
  /** The site's token. Only its subject is used, to bind an issue to whoever wrote it; nothing of it is stored. */
  identity?: (() => Promise<string>) | undefined
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
  // Seen by this tab and not yet settled: when one is gone from the store, another tab has settled it.
  const open = new Set<string>()
  let lastSequence = 0

  const report: Report = (code, message, path) => {
    if (reported.has(code + path)) return
    reported.add(code + path)
    onProblem?.({ code, message, ...(path && { path }) })
  }
  const ledger = createLedger(store, report)

  const tell = (status: OutboxChange['status'], { id, attempts, dueAt, failure }: OutboxRecord, receipt?: Receipt) => {
    if (receipt) open.delete(id)
    news.tell({
      id,
      status,
      durable: ledger.durable(id),
      attempts,
      ...((status === 'kept' || status === 'waiting' || status === 'refused') && { ...(dueAt && { dueAt }), ...(failure && { failure }) }),
      ...(receipt && { receipt }),
    })
  }

  const refresh = async () => {
    const loaded = await ledger.load()
    const here = new Set(loaded.records.map(({ id }) => id))
    for (const id of loaded.whole ? open : []) {
      if (here.has(id)) continue
      open.delete(id)
      const receipt = await ledger.receipt(id)
      if (receipt) news.tell({ id, status: 'accepted', durable: store.durable, attempts: 0, receipt })
    }
    for (const id of here) open.add(id)
    lastSequence = Math.max(lastSequence, ...loaded.records.map(({ sequence }) => sequence))
    return loaded
  }

  const claim = createClaim(name, locks, store, clock, ending.signal)
  const sender = createSender({ ledger, transport, claim, clock, random, identity, report, tell, refresh })
  const news = createNews(
    `earshot:${name}`,
    ({ id, status }) => {
      if (status === 'sending') return sender.hush()
      if (status === 'accepted' || status === 'withdrawn') {
        ledger.drop(id)
        open.delete(id)
        // Queues up behind the other tab's lock, so that this one takes over should that one die.
      } else void sender.drain()
    },
    options.channel,
  )

  return {
    async keep(issue, attachments, { graceMs = 0 } = {}) {
      const { id, replaces } = issue
      const body = stringify(issue)
      // What belongs to nobody is bound to nobody.
      const owner = identity && issue.kind !== 'gap' ? await ownerOf(identity) : undefined
      const { records, whole } = await refresh()
      const known = records.find(record => record.id === id)
      if (known && known.body !== body)
        throw new EarshotError('outbox/already-kept', `Issue ${id} was kept with other words; an edited one needs a new id`, { id })
      const now = clock.now()
      const grace = graceMs > 0 ? Math.min(graceMs, longest) : 0
      const record: OutboxRecord = known ?? {
        version: 1,
        id,
        sequence: ++lastSequence,
        body,
        hash: hash(body),
        attachments: [...attachments],
        status: 'kept',
        attempts: 0,
        dueAt: grace && now + grace,
        keptAt: new Date(now).toISOString(),
        ...(grace && { graceMs: grace }),
        ...(owner && { owner }),
      }
      if (!known) {
        const old = records.find(record => record.id === replaces && record.status === 'refused')
        if (old) ledger.drop(old.id)
        await ledger.keep(record, whole, old && [old.id])
        open.add(id)
        tell('kept', record)
      }
      void sender.drain()
      return { durable: ledger.durable(id) }
    },
    async withdraw(id) {
      const durable = ledger.durable(id)
      if (!(await sender.takeBack(id))) return false
      open.delete(id)
      news.tell({ id, status: 'withdrawn', durable, attempts: 0 })
      return true
    },
    drain: sender.drain,
    async records() {
      const { records } = await ledger.load()
      return records.map(record => ({ ...record, dueAt: dueAt(record, clock.now()) }))
    },
    requests: ledger.requests,
    async discard(id) {
      open.delete(id)
      await ledger.remove(id)
    },
    subscribe: news.subscribe,
    dispose() {
      ending.abort()
      sender.stop()
      news.close()
    },
  }
}
