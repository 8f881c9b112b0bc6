import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { messageOf } from '../support/errors.ts'
import type { Transport } from '../transports/transport.ts'
import { createAlarm } from './alarm.ts'
import { attempt } from './attempt.ts'
import { afterFailure, dueAt, gap, heldUntil, longest, retriable } from './backoff.ts'
import type { Claim } from './claim.ts'
import type { Ledger, Report } from './ledger.ts'
import { ownerOf } from './owner.ts'
import type { Outbox, OutboxRecord, OutboxStatus } from './record.ts'

export interface SenderParts {
  ledger: Ledger
  transport: Transport
  claim: Claim
  clock: Clock
  random: () => number
  identity: (() => Promise<string>) | undefined
  report: Report
  tell: (status: OutboxStatus, record: OutboxRecord, receipt?: Receipt) => void
  /** Tells of what another tab has settled, and answers with what is still here. */
  refresh: Ledger['load']
}

export interface Sender {
  drain: Outbox['drain']
  /** Another tab has just sent something: two a second is for the browser, not for each tab. */
  hush(): void
  stop(): void
}

/** Sends what is due in rounds: in the order of birth, one at a time, one tab at a time, no faster than two a second. */
export function createSender({ ledger, transport, claim, clock, random, identity, report, tell, refresh }: SenderParts): Sender {
  let quietUntil = 0
  let heldTill = 0
  let running: Promise<void> | undefined
  let again = false
  let forced = false
  let stopped = false

  const isDue = (record: OutboxRecord, force: boolean) =>
    retriable(record) && clock.now() >= Math.max(heldTill, force && !record.afterMs ? 0 : dueAt(record, clock.now()))

  const send = async (record: OutboxRecord) => {
    const trying = { ...record, attempts: record.attempts + 1 }
    let receipt: Receipt | undefined
    let thrown: unknown
    quietUntil = clock.now() + gap
    tell('sending', trying)
    try {
      receipt = await attempt(transport, record, clock)
    } catch (error) {
      thrown = error
      quietUntil += gap
    }
    // Removed meanwhile by the customer's own hand: nothing of it may come back.
    const here = await ledger.get(record.id)
    if (receipt) {
      if (here) await ledger.finish(record, receipt)
      tell('accepted', trying, receipt)
    } else if (here) {
      const next = afterFailure(record, thrown, clock.now(), random)
      await ledger.save(next)
      heldTill = Math.max(heldTill, heldUntil(next))
      if (next.attempts === 5 || next.misses === 3) report(next.failure!.code, messageOf(thrown))
      tell(next.status as OutboxStatus, next)
    }
  }

  const round = async (force: boolean) => {
    const busyUntil = await claim(async renew => {
      await ledger.settle()
      const { records } = await refresh()
      const owner = records.some(({ owner }) => owner) ? await ownerOf(identity) : undefined
      const mine = (record: OutboxRecord) => !record.owner || record.owner === owner
      heldTill = Math.max(0, ...records.map(heldUntil))
      for (const listed of records.filter(mine)) {
        if (!isDue(listed, force)) continue
        const quiet = quietUntil - clock.now()
        // A longer one was set by another clock.
        if (quiet > 0 && quiet <= 2 * gap) await new Promise<void>(resolve => void clock.after(quiet, resolve))
        if (stopped) return
        const record = await ledger.get(listed.id)
        if (!record || !isDue(record, force)) continue
        await renew()
        await send(record)
      }
      const { records: left, whole } = await refresh()
      for (const record of left) {
        const due = dueAt(record, clock.now())
        // Written down, or a clock that was put back would move it on for ever.
        if (due < record.dueAt) await ledger.save({ ...record, dueAt: due })
        if (retriable(record) && mine(record)) alarm.set(Math.max(heldTill, due))
      }
      if (!whole) alarm.set(clock.now() + longest)
    })
    if (busyUntil) alarm.set(busyUntil)
  }

  const drain: Outbox['drain'] = ({ force = false } = {}) => {
    again = true
    forced ||= force
    return (running ??= (async () => {
      try {
        while (again && !stopped) {
          const force = forced
          again = forced = false
          await round(force)
        }
      } catch (error) {
        report('outbox/failed', messageOf(error))
        alarm.set(clock.now() + longest)
      } finally {
        running = undefined
      }
    })())
  }
  const alarm = createAlarm(clock, () => void drain())

  return {
    drain,
    hush: () => void (quietUntil = clock.now() + 2 * gap),
    stop() {
      stopped = true
      alarm.stop()
    },
  }
}
