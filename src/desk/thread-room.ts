import type { RequestRecord } from '../core/outbox/record.ts'
import { day } from '../core/support/clock.ts'
import { TransportError } from '../core/transports/transport.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import { closingOf, toldOf } from './closing.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { openLiveThreads } from './live-threads.ts'
import { reduceThreads } from './reduce-threads.ts'
import type { RequestList } from './request-list.ts'
import { apart, loadSchedule, saveSchedule, type ThreadSchedule } from './thread-schedule.ts'
import { isAwaited, mayBeNoted } from './thread-waits.ts'
import { transportOf } from './transport-of.ts'
import { unreadIn } from './unread.ts'

// Read in one round; one after another, so that a backend in trouble hears of one at most.
const most = 10

/** Between two times that it is said that something went to the backend, in milliseconds. */
const breath = 5_000

export interface ThreadRoom extends Pick<Desk, 'seen' | 'answerClosing'> {
  /** The page can be seen again, or something has changed that matters for what is asked: looks whether something is due. */
  wake(): void
  /** Something went to the backend: it may answer soon. */
  soon(): void
  /** The requests are on the screen. */
  shown(): void
  /** Leaves the backend alone. */
  stop(): void
}

/**
 * Follows the threads of this device's requests, as long as there is something to wait for and the page is seen.
 * Whatever was read is kept with the request; the state has what is new.
 */
export async function openThreadRoom(context: Context, back: Backroom, list: RequestList, reply: Desk['reply']): Promise<ThreadRoom> {
  const { seams, settings, dispatch } = context
  const clock = clockOf(context)
  const canRead = transportOf(context).thread !== undefined
  const page = await seams.page?.reading()
  // The backend opens these no more: no key, or the wrong one.
  const shut = new Set<string>()
  let stopped = false
  let cancel: (() => void) | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const isVisible = () => page?.visible?.() ?? true
  const load = () => loadSchedule(back, clock.now())
  const note = async (change: Partial<ThreadSchedule>) => saveSchedule(back, { ...(await load()), ...change })

  const tell = (records: readonly RequestRecord[], { quietUntil, laterUntil }: ThreadSchedule) => {
    if (stopped) return
    const now = clock.now()
    const { holdsAfterDays = 7 } = settings
    const closing = laterUntil > now ? undefined : closingOf(records, { now, holdsAfterDays, quiet: quietUntil > now })
    dispatch({ type: 'unreadCounted', unread: unreadIn(records) }, reduceThreads)
    dispatch({ type: 'closingFound', closing }, reduceThreads)
  }

  /** @returns how long to wait for the next look. */
  const read = async (records: readonly RequestRecord[], wait: number): Promise<number> => {
    let isNews = false
    for (const record of records.slice(0, most)) {
      try {
        isNews = said(await list.reread(record)) > said(record) || isNews
      } catch (error) {
        const { retry, afterMs = 0 } = error instanceof TransportError ? error : ({ retry: 'later' } as { retry: string; afterMs?: number })
        if (stopped) return wait
        if (retry !== 'never') return Math.min(Math.max(wait * 2, afterMs, apart.least), day)
        shut.add(record.issue.id)
      }
    }
    return isNews ? apart.least : Math.min(Math.max(wait * 2, apart.least), apart.most)
  }

  const look = async () => {
    cancel?.()
    let records = await list.sent()
    let schedule = await load()
    tell(records, schedule)
    if (stopped || !canRead || !isVisible()) return
    const now = clock.now()
    const open = records.filter(record => isAwaited(record, now) && !shut.has(record.issue.id))
    const isDue = now >= schedule.at + schedule.wait
    // What is done is looked at once a day: something may have changed because of it.
    const done = now - schedule.settledAt < day ? [] : records.filter(record => mayBeNoted(record, now) && !shut.has(record.issue.id))
    const due = [...(isDue ? open : []), ...done]
    if (due.length) {
      // Noted first, for other tabs.
      schedule = { ...schedule, ...(isDue && { at: now }), ...(done.length && { settledAt: now }) }
      await saveSchedule(back, schedule)
      const wait = await read(due, schedule.wait)
      if (isDue && !stopped) await saveSchedule(back, (schedule = { ...(await load()), wait }))
      records = await list.sent()
      tell(records, schedule)
    }
    live.follow(records)
    if (open.length && !stopped) cancel = clock.after(Math.max(schedule.at + schedule.wait - clock.now(), 1_000), wake)
  }
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const done = turn.then(async () => {
      if (!stopped) await work()
    })
    turn = done.catch(() => {})
    return done
  }
  const wake = () => void inTurn(look).catch(() => {})
  let soonSince = -Infinity
  const soon = () => {
    // A long queue that drains says so twice a second: what is new is waited for with the rest.
    if (Math.abs(clock.now() - soonSince) < breath) return wake()
    soonSince = clock.now()
    void inTurn(async () => {
      await note({ at: clock.now(), wait: apart.least })
      await look()
    }).catch(() => {})
  }

  const live = openLiveThreads(context, isVisible, record => void inTurn(async () => {
    await list.reread(record)
    tell(await list.sent(), await load())
  }).catch(() => {}))

  const settle = async (id: string, told: string) => {
    const record = await list.accepted(id)
    if (record) await list.update(record, now => ({ ...now, told: [...new Set([...(now.told ?? []), told])] }))
  }

  return {
    wake,
    soon,
    shown: () => void inTurn(async () => live.follow(await list.sent(), true)).catch(() => {}),
    seen: id => inTurn(async () => {
      const record = await list.accepted(id)
      const last = record?.thread?.messages.at(-1)?.id
      if (!record || last === undefined) return
      if (record.seen !== last) await list.update(record, now => ({ ...now, seen: last }))
      tell(await list.sent(), await load())
    }),
    answerClosing: answer => inTurn(async () => {
      const { closing } = context.state
      if (!closing) return
      const until = clock.now() + day
      const { issue, type } = closing
      if (answer === 'later') await note({ quietUntil: until, laterUntil: until })
      else {
        if (type === 'holds') {
          await note({ quietUntil: until })
          if (answer !== 'seen') await reply(issue, '', { kind: answer })
        }
        await settle(issue, toldOf(closing))
        if (answer === 'holds-not') await reopen(list, issue)
      }
      // Gone from the screen only now that it is kept: who sees it gone is not told again.
      tell(await list.sent(), await load())
    }),
    stop() {
      stopped = true
      cancel?.()
      live.stop()
    },
  }
}

const said = ({ thread }: RequestRecord): number => thread?.messages.filter(({ from }) => from === 'staff').length ?? 0

/** Waited for again from now on; the backend says the same once it has heard of it. */
async function reopen(list: RequestList, id: string): Promise<void> {
  const record = await list.accepted(id)
  if (record?.thread) await list.update(record, now => (now.thread ? { ...now, thread: { ...now.thread, status: 'open' } } : now))
}
