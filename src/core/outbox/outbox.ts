import type { Attachment } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { EarshotError, type Problem } from '../support/errors.ts'
import { stringify } from '../support/stringify.ts'
import type { Transport } from '../transports/transport.ts'
import { dueAt } from './backoff.ts'
import { createClaim } from './claim.ts'
import { createLedger, type Report } from './ledger.ts'
import { isMessage } from './message-record.ts'
import { newRecord, type Given } from './new-record.ts'
import { createNews } from './news.ts'
import { ownerOf } from './owner.ts'
import { queueIn } from './queue.ts'
import type { Kept, KeepOptions, Listed, MessageRecord, Outbox, OutboxChange } from './record.ts'
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
  /** Nothing is sent as long as this says so; `drain()` tells that it no longer does. Default: never. */
  isHeld?: () => boolean
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
  const { store, transport, name, clock = systemClock, random = Math.random, identity, onProblem, isHeld = () => false } = options
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks
  const ending = new AbortController()
  const forgetting = new AbortController()
  const reported = new Set<string>()
  // Seen by this tab and not yet settled, with the issue that a message is to: when one is gone from the store, another tab has settled it.
  const open = new Map<string, string | undefined>()
  let lastSequence = 0

  const report: Report = (code, message, path) => {
    if (reported.has(code + path)) return
    reported.add(code + path)
    onProblem?.({ code, message, ...(path && { path }) })
  }
  const ledger = createLedger(store, report, () => news.isShared)

  const toOf = (record: Listed | undefined) => (record && isMessage(record) ? record.to : undefined)
  const tell = (status: OutboxChange['status'], record: Kept, receipt?: Receipt) => {
    const { id, attempts, dueAt, failure } = record
    if (receipt) open.delete(id)
    news.tell({
      id,
      ...address(toOf(record)),
      status,
      durable: ledger.durable(id),
      attempts,
      ...((status === 'kept' || status === 'waiting' || status === 'refused') && { ...(dueAt && { dueAt }), ...(failure && { failure }) }),
      ...(receipt && { receipt }),
    })
  }

  const refresh = async () => {
    // What is kept while it is read is not gone.
    const before = [...open]
    const listed = await ledger.list()
    const here = new Set(listed.lines.map(({ id }) => id))
    for (const [id, to] of listed.whole ? before : []) {
      if (here.has(id) || !open.has(id)) continue
      open.delete(id)
      const request = await ledger.request(to ?? id).catch(() => undefined)
      const settled = !to || request?.thread?.messages.some(message => message.id === id)
      if (request && settled) news.tell({ id, ...address(to), status: 'accepted', durable: store.durable, attempts: 0, receipt: request.receipt })
    }
    for (const line of listed.lines) open.set(line.id, toOf(line))
    lastSequence = Math.max(lastSequence, ...listed.lines.map(({ sequence }) => sequence))
    return listed
  }

  const claim = createClaim(name, locks, store, clock, ending.signal)
  const sender = createSender({ ledger, transport, claim, clock, random, identity, report, tell, refresh, isHeld, after: ending.signal })
  const news = createNews(
    `earshot:${name}`,
    ({ id, status }) => {
      ledger.doubt(id)
      if (status === 'sending') return sender.hush()
      if (status === 'accepted' || status === 'withdrawn') {
        ledger.drop(id)
        open.delete(id)
        // Queues up behind the other tab's lock, so that this one takes over should that one die.
      } else void sender.drain()
    },
    options.channel,
  )

  const timed = <R extends Kept>(record: R): R => ({ ...record, dueAt: dueAt(record, clock.now()) })
  const all = async () => (await ledger.load()).map(timed)

  const keep = async (given: Given, attachments: readonly Attachment[], { graceMs = 0 }: KeepOptions = {}) => {
    const { id, body, to, replaces, nobodys } = given
    const owner = identity && !nobodys ? await ownerOf(identity) : undefined
    // Reading, too, would open what was erased.
    forgetting.signal.throwIfAborted()
    const { lines, whole } = await refresh()
    const known = lines.some(line => line.id === id) ? await ledger.get(id) : undefined
    if (known && known.body !== body)
      throw new EarshotError('outbox/already-kept', `${to ? 'Message' : 'Issue'} ${id} was kept with other words; an edited one needs a new id`, { id })
    forgetting.signal.throwIfAborted()
    const record = known ?? newRecord(given, { attachments, sequence: ++lastSequence, now: clock.now(), graceMs, owner })
    if (!known) {
      const old = lines.find(line => line.id === replaces && line.status === 'refused')
      if (old) ledger.drop(old.id)
      await ledger.keep(record, whole, old?.id)
      open.set(id, to)
      tell('kept', record)
      if (old) await redirect(messagesTo(old.id, lines), id)
    }
    void sender.drain()
    return { durable: ledger.durable(id) }
  }

  // What was written to an issue that was edited is written to the edited one.
  const redirect = async (messages: readonly string[], to: string) => {
    for (const id of messages) {
      const record = await ledger.get(id)
      if (!record || !isMessage(record)) continue
      const { failure: _, ...message } = record
      const next: MessageRecord = { ...message, to, sequence: ++lastSequence, status: 'kept', dueAt: 0 }
      await ledger.save(next)
      tell('kept', next)
    }
  }

  const discard = async (id: string) => {
    open.delete(id)
    await ledger.remove(id)
  }

  const withdraw: Outbox['withdraw'] = async (id, options) => {
    const durable = ledger.durable(id)
    const to = toOf(await ledger.get(id))
    if (!(await sender.takeBack(id, options?.always))) return false
    open.delete(id)
    news.tell({ id, ...address(to), status: 'withdrawn', durable, attempts: 0 })
    for (const message of messagesTo(id, (await ledger.list()).lines)) await withdraw(message)
    return true
  }

  return {
    keep: (issue, attachments, options) =>
      keep({ id: issue.id, body: stringify(issue), replaces: issue.replaces, nobodys: issue.kind === 'gap' }, attachments, options),
    keepMessage: (to, message, attachments, options) => keep({ id: message.id, body: stringify(message), to }, attachments, options),
    withdraw,
    drain(options) {
      // Whoever calls has been away, perhaps, and may have missed what other tabs told.
      ledger.doubt()
      return sender.drain(options)
    },
    async get(id) {
      const record = await ledger.get(id)
      return record && timed(record)
    },
    request: ledger.request,
    async queue() {
      const { lines } = await ledger.list()
      const owner = lines.some(({ owner }) => owner) ? await ownerOf(identity) : undefined
      return queueIn(lines.filter(line => !line.owner || line.owner === owner), clock.now())
    },
    records: async () => (await all()).filter(record => !isMessage(record)),
    messages: async () => (await all()).filter(isMessage),
    requests: ledger.requests,
    discard,
    async forget() {
      forgetting.abort()
      for (const { id } of await all()) await discard(id)
    },
    subscribe: news.subscribe,
    dispose() {
      ending.abort()
      sender.stop()
      news.close()
    },
  }
}

const messagesTo = (issue: string, lines: readonly Listed[]) => lines.filter(isMessage).flatMap(({ id, to }) => (to === issue ? id : []))

const address = (to: string | undefined) => to !== undefined && { to }
