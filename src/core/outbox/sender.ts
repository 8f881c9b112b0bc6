import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { messageOf } from '../support/errors.ts'
import type { Transport } from '../transports/transport.ts'
import { createAlarm } from './alarm.ts'
import { attempt } from './attempt.ts'
import { afterFailure, dueAt, gap, heldUntil, isHeld, longest, mayBeTakenBack, retriable } from './backoff.ts'
import type { Claim } from './claim.ts'
import type { Ledger, Report } from './ledger.ts'
import { createLine } from './line.ts'
import { isMessage } from './message-record.ts'
import { unreadyMessages } from './unready-messages.ts'
import { ownerOf } from './owner.ts'
import type { Kept, Listed, Outbox, OutboxStatus } from './record.ts'

export interface SenderParts {
  ledger: Ledger
  transport: Transport
  claim: Claim
  clock: Clock
  random: () => number
  identity: (() => Promise<string>) | undefined
  report: Report
  tell: (status: OutboxStatus, record: Kept, receipt?: Receipt) => void
  /** Tells of what another tab has settled, and answers with what is still here. */
  refresh: Ledger['list']
  /** Whether nothing may be sent at all. */
  isHeld: () => boolean
  /** Aborted at the end of the outbox. */
  after: AbortSignal
}

export interface Sender {
  drain: Outbox['drain']
  /** Removes what is still held, or `always`, and a message that nobody else has; answers whether it did. No tab is sending it then, nor begins to. */
  takeBack(id: string, always?: boolean): Promise<boolean>
  /** Another tab has just sent something: two a second is for the browser, not for each tab. */
  hush(): void
  stop(): void
}

/** Sends what is due in rounds: in the order of birth, one at a time, one tab at a time, no faster than two a second. */
export function createSender({ ledger, transport, claim, clock, random, identity, report, tell, refresh, isHeld: isAllHeld, after }: SenderParts): Sender {
  let quietUntil = 0
  let heldTill = 0
  let running: Promise<void> | undefined
  let again = false
  let forced = false
  let stopped = false
  // Whether this tab has the claim; what it sends at this moment; what it takes back, or has taken back.
  let claimed = false
  let underway: string | undefined
  const takenBack = new Set<string>()
  const withinClaim = new Set<Promise<void>>()

  const isDue = (record: Listed, force: boolean) =>
    retriable(record) && !isHeld(record, clock.now()) && !takenBack.has(record.id) &&
    clock.now() >= Math.max(heldTill, force && !record.afterMs ? 0 : dueAt(record, clock.now()))

  const { receiptOf, postpone, refuse } = unreadyMessages({ ledger, clock, report, tell })

  /** Answers with what is still here of it. */
  const send = async (record: Kept): Promise<Kept | undefined> => {
    underway = record.id
    try {
      return isMessage(record) && !(await receiptOf(record.to)) ? await postpone(record) : await sendNow(record)
    } finally {
      underway = undefined
    }
  }

  const sendNow = async (record: Kept) => {
    const trying = { ...record, attempts: record.attempts + 1 }
    let receipt: Receipt | undefined
    let thrown: unknown
    quietUntil = clock.now() + gap
    tell('sending', trying)
    try {
      receipt = await attempt(transport, record, receiptOf, clock, after)
    } catch (error) {
      thrown = error
      quietUntil += gap
    }
    // Removed meanwhile by the customer's own hand: nothing of it may come back.
    const here = await ledger.get(record.id)
    if (receipt) {
      if (here) await ledger.finish(record, receipt)
      tell('accepted', trying, receipt)
      return
    }
    if (here) {
      const next = afterFailure(record, thrown, clock.now(), random)
      await ledger.save(next)
      heldTill = Math.max(heldTill, heldUntil(next))
      if (next.attempts === 5 || next.status === 'refused') report(next.failure!.code, messageOf(thrown))
      tell(next.status as OutboxStatus, next)
      return next
    }
  }

  const putBack = async (id: string, due: number) => {
    const record = await ledger.get(id)
    if (record && due < record.dueAt && !takenBack.has(id)) await ledger.save({ ...record, dueAt: due })
  }

  const sendAll = async (force: boolean, renew: () => Promise<void>) => {
    await ledger.settle()
    const { lines } = await refresh()
    const owner = lines.some(({ owner }) => owner) ? await ownerOf(identity) : undefined
    const mine = (record: Listed) => !record.owner || record.owner === owner
    heldTill = Math.max(0, ...lines.map(heldUntil))
    const line = createLine()
    for (const listed of lines) {
      const ahead = line.ahead(listed)
      if (ahead && !retriable(ahead) && isMessage(listed) && retriable(listed)) await refuse(listed.id)
      if (ahead || !mine(listed) || !isDue(listed, force)) {
        line.stays(listed)
        continue
      }
      const quiet = quietUntil - clock.now()
      // A longer one was set by another clock.
      if (quiet > 0 && quiet <= 2 * gap) await new Promise<void>(resolve => void clock.after(quiet, resolve))
      if (stopped || isAllHeld()) return
      await renew()
      const record = await ledger.get(listed.id)
      const left = record && isDue(record, force) ? await send(record) : record
      if (left) line.stays(left)
    }
    const { lines: left, whole } = await refresh()
    const waiting = createLine()
    for (const record of left) {
      const due = dueAt(record, clock.now())
      // Written down, or a clock that was put back would move it on for ever.
      if (due < record.dueAt) await putBack(record.id, due)
      // What stands behind another goes in the round that sends that.
      if (retriable(record) && mine(record) && !waiting.ahead(record)) alarm.set(Math.max(heldTill, due))
      waiting.stays(record)
    }
    if (!whole) alarm.set(clock.now() + longest)
  }

  const round = async (force: boolean) => {
    const busyUntil = await claim(async renew => {
      claimed = true
      try {
        await sendAll(force, renew)
      } finally {
        claimed = false
        underway = undefined
        await Promise.allSettled(withinClaim)
      }
    })
    if (busyUntil) alarm.set(busyUntil)
  }

  const takeBack: Sender['takeBack'] = async (id, always = false) => {
    if (underway === id) return false
    let done = false
    const work = async () => {
      const record = await ledger.get(id)
      if (!record || !(always || mayBeTakenBack(record, clock.now()))) return
      await ledger.remove(id)
      done = true
    }
    takenBack.add(id)
    try {
      if (!claimed) await claim(work)
      else {
        // Who has the claim need not wait for what is being sent meanwhile.
        const working = work()
        withinClaim.add(working)
        await working.finally(() => withinClaim.delete(working))
      }
    } finally {
      // What is gone stays marked: a round that has read it before must not write it down again.
      if (!done) takenBack.delete(id)
    }
    return done
  }

  const drain: Outbox['drain'] = async ({ force = false } = {}) => {
    if (isAllHeld()) return
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
    takeBack,
    hush: () => void (quietUntil = clock.now() + 2 * gap),
    stop() {
      stopped = true
      alarm.stop()
    },
  }
}
