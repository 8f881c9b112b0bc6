import type { Draft } from '../../src/core/issue/draft.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Message, Thread } from '../../src/core/issue/thread.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import type { Transport } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'
import { deskFor, stillPage } from './desk-fixtures.ts'

/** A clock that tells when somebody waits for a time to pass: nothing is guessed about when they begin to. */
export function waitedClock() {
  const clock = fakeClock()
  const asked: number[] = []
  const listeners = new Set<() => void>()
  return {
    ...clock,
    after(ms: number, run: () => void) {
      asked.push(ms)
      for (const listener of listeners) listener()
      return clock.after(ms, run)
    },
    /** What was waited for until now is of no interest. */
    forget: () => void asked.splice(0),
    /** Resolves once somebody waits for exactly so long, since the last time this was asked. */
    awaited: (ms: number) =>
      new Promise<void>(resolve => {
        const look = () => {
          const at = asked.indexOf(ms)
          if (at < 0) return
          asked.splice(0, at + 1)
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
  }
}

export const staff = (id: string, more: Partial<Message> = {}): Message => ({ id, at: '2026-11-21T12:00:00.000Z', from: 'staff', author: { name: 'Mira' }, text: `Answer ${id}`, ...more })

/** A customer on a device, over a backend whose threads the test writes. */
export function threaded(config: Config = {}, { store = { ...createMemoryStore(), durable: true } as Store, clock = waitedClock() } = {}) {
  const threads = new Map<string, Thread>()
  const reads: string[] = []
  const replies: Message[] = []
  const waiting = new Set<() => void>()
  const world = { visible: true, fail: undefined as Error | undefined }
  const heard = () => {
    for (const each of waiting) each()
  }
  // Each attempt has a limit, which is waited for, too: not what a test asks about.
  const sentOff = async () => {
    await Promise.resolve()
    clock.forget()
  }
  const transport: Transport = {
    send: async (issue: Issue): Promise<Receipt> => {
      await sentOff()
      if (!threads.has(issue.id)) threads.set(issue.id, { id: issue.id, reference: 'E-1', status: 'open', messages: [] })
      return { id: issue.id, reference: 'E-1', token: 'key', acceptedAt: new Date(clock.now()).toISOString() }
    },
    async thread({ id }) {
      reads.push(id)
      heard()
      if (world.fail) throw world.fail
      return structuredClone(threads.get(id)!)
    },
    async reply(_receipt, message) {
      await sentOff()
      replies.push(message)
      heard()
    },
    ...Object.fromEntries(Object.entries(config.transport ?? {}).filter(([, verb]) => verb)),
  }
  const still = stillPage()
  const page = { ...still.page, reading: async () => ({ ...(await still.page.reading()), visible: () => world.visible }) }
  const made = deskFor({ ...config, transport }, store, { clock, page })
  return {
    ...made,
    wake: still.wake,
    world,
    clock,
    threads,
    reads,
    replies,
    /** Resolves once the backend has been asked so often, or told so much. */
    count: (of: readonly unknown[], most: number) =>
      new Promise<void>(resolve => {
        const look = () => {
          if (of.length < most) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    /** Sent and accepted; resolves with its id. */
    async sent(story = 'The kettle whistles at night', more: Partial<Draft> = {}, desk = made.desk) {
      const { id, receipt } = await desk.submit({ kind: 'problem', story, ...more })
      await receipt
      return id
    },
    /** What the backend's thread becomes. */
    say: (id: string, ...messages: Message[]) => void threads.set(id, { ...threads.get(id)!, messages: [...threads.get(id)!.messages, ...messages] }),
    close: (id: string) => void threads.set(id, { ...threads.get(id)!, status: 'closed' }),
  }
}
