import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { createOutbox, type OutboxOptions } from '../../../src/core/outbox/outbox.ts'
import type { Outbox, OutboxChange } from '../../../src/core/outbox/record.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import type { Clock } from '../../../src/core/support/clock.ts'
import type { Problem } from '../../../src/core/support/errors.ts'
import { createId } from '../../../src/core/support/ids.ts'
import { TransportError, type Transport, type TransportErrorInit } from '../../../src/core/transports/transport.ts'

export const issueOf = (story = 'The kettle whistles at night', more: Partial<Issue> = {}): Issue => ({
  version: 1,
  id: createId(),
  createdAt: '2026-11-21T10:00:00.000Z',
  kind: 'problem',
  story,
  ...more,
})

export const receiptOf = ({ id }: { id: string }): Receipt => ({ id, reference: 'K-' + id.slice(-4), acceptedAt: '2026-11-21T10:00:01.000Z' })

export const failing = (init: TransportErrorInit, code = 'transport/failed') => new TransportError(code, 'No luck', init)

/** One turn of the event loop: everything that only waits for promises has happened by then. */
export const turn = () =>
  new Promise<void>(resolve => {
    // Not setTimeout: browsers make nested ones wait 4 ms, and some tests take thousands of turns.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => (port1.close(), resolve())
    port2.postMessage(0)
  })

export interface FakeClock extends Clock { advance(ms: number): Promise<void>; set(now: number): void }

export function fakeClock(now = Date.UTC(2026, 10, 21)): FakeClock {
  const timers = new Set<{ at: number; run: () => void }>()
  let elapsed = 0
  return {
    now: () => now,
    // Puts the wall clock; timers, as in a browser, go on by the time that passes.
    set: to => void (now = to),
    after(ms, run) {
      const timer = { at: elapsed + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(ms) {
      const end = elapsed + ms
      await turn()
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now += Math.max(0, next.at - elapsed)
        elapsed = Math.max(elapsed, next.at)
        next.run()
        await turn()
      }
      now += end - elapsed
      elapsed = end
    },
  }
}

export interface Call { id: string; body: string; at: number; attachments: Attachment[]; signal: AbortSignal }
type Answer = (issue: Issue, call: Call) => unknown
export interface Reply { to: Receipt; message: Message; at: number; attachments: Attachment[] | undefined }

export interface FakeTransport extends Transport {
  calls: Call[]
  answer: Answer
  /** Every attempt to bring a message there, and what comes of it. */
  replies: Reply[]
  hear: (reply: Reply) => unknown
}

export const messageOf = (text = 'It still whistles', more: Partial<Message> = {}): Message => ({
  id: createId(), at: '2026-11-21T12:00:00.000Z', from: 'customer', text, ...more,
})

export function fakeTransport(clock: Clock, answer: Answer = receiptOf): FakeTransport {
  const fake: FakeTransport = {
    calls: [],
    answer,
    async send(issue, attachments, { signal }) {
      const call = { id: issue.id, body: JSON.stringify(issue), at: clock.now(), attachments, signal }
      fake.calls.push(call)
      return (await fake.answer(issue, call)) as Receipt
    },
    replies: [],
    hear: () => {},
    async reply(to, message, { attachments }) {
      const reply = { to, message, at: clock.now(), attachments }
      fake.replies.push(reply)
      await fake.hear(reply)
    },
  }
  return fake
}

export interface Bench {
  outbox: Outbox
  clock: FakeClock
  transport: FakeTransport
  store: Store
  changes: OutboxChange[]
  problems: Problem[]
  /** Resolves with the first change that has this status, past or to come. */
  heard(status: OutboxChange['status'], id?: string): Promise<OutboxChange>
  statuses(): string
}

let count = 0

/** An outbox with everything faked; `over` replaces parts. Without locks, so that nothing waits for the browser. */
export function bench(over: Partial<OutboxOptions> & { answer?: Answer; clock?: FakeClock; transport?: FakeTransport } = {}): Bench {
  const clock = over.clock ?? fakeClock()
  const transport = over.transport ?? fakeTransport(clock, over.answer)
  const store = over.store ?? createMemoryStore()
  const changes: OutboxChange[] = []
  const problems: Problem[] = []
  const outbox = createOutbox({
    name: `bench-${++count}`,
    random: () => 0.5,
    locks: undefined,
    onProblem: problem => problems.push(problem),
    ...over,
    clock,
    transport,
    store,
  })
  outbox.subscribe(change => changes.push(change))
  const heard: Bench['heard'] = (status, id) =>
    new Promise(resolve => {
      const fits = (change: OutboxChange) => change.status === status && (!id || change.id === id)
      const past = changes.find(fits)
      if (past) return resolve(past)
      const end = outbox.subscribe(change => fits(change) && (end(), resolve(change)))
    })
  return { outbox, clock, transport, store, changes, problems, heard, statuses: () => changes.map(({ status }) => status).join(' ') }
}

/** A bench with one issue that the backend has. */
export async function answered(over: Parameters<typeof bench>[0] = {}) {
  const world = bench(over)
  const issue = issueOf()
  await world.outbox.keep(issue, [])
  await world.heard('accepted', issue.id)
  // Two a second at most: what follows may go at once.
  await world.clock.advance(1_000)
  return { ...world, issue }
}
