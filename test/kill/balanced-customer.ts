import { isDeepStrictEqual } from 'node:util'
import type { Attachment, Issue } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import { seal } from '../../src/core/issue/seal.ts'
import type { Message } from '../../src/core/issue/thread.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { createOutbox } from '../../src/core/outbox/outbox.ts'
import { createId } from '../../src/core/support/ids.ts'
import { stringify } from '../../src/core/support/stringify.ts'
import { http } from '../../src/core/transports/http.ts'
import { TransportError, type Transport } from '../../src/core/transports/transport.ts'
import { fastClock } from '../chaos/fast-clock.ts'

/** What somebody holds a receipt for. */
export interface Sent { issue: Issue; body: string; files: Attachment[]; receipt: Receipt; messages: { message: Message; files: Attachment[] }[] }

export interface BalancedCustomer {
  sent: Sent[]
  /** What was not as it should be, in sentences. */
  wrong: string[]
  /** How often an event was heard. */
  news(): number
  /** Writes, follows up, repeats and shares once. Resolves when all of it has its receipt. */
  visit(): Promise<void>
  /** Whether each of their messages stands in its thread, once and in order. */
  look(): Promise<void>
  leave(): void
}

const { signal } = new AbortController()

/** Somebody with the outbox and the transport that a page has, their waits ten times as fast. */
export function balancedCustomer(name: string, endpoint: string, random: () => number): BalancedCustomer {
  const transport = http(endpoint) as Required<Transport>
  const outbox = createOutbox({
    store: createMemoryStore(), transport, name, random, clock: fastClock(10), locks: undefined, channel: () => undefined,
  })
  const [sent, wrong] = [[] as Sent[], [] as string[]]
  const leaving = new AbortController()
  let events = 0
  let watching: Promise<void> | undefined

  const accepted = (id: string) => new Promise<Receipt>((resolve, reject) => {
    const end = outbox.subscribe(change => {
      if (change.id !== id) return
      if (change.status === 'refused') reject(new Error(`${name}: refused with ${change.failure?.status} ${change.failure?.code}`))
      if (!change.receipt) return
      end()
      resolve(change.receipt)
    })
  })
  const someFiles = (): Attachment[] => (random() < 0.3 ? [1 + Math.floor(random() * 60_000)] : []).map(size =>
    ({ id: createId(), name: 'a.bin', type: 'application/octet-stream', size, bytes: Uint8Array.from({ length: size }, () => random() * 256).buffer }))

  /** As long as it takes: what the outbox would do for an issue. */
  async function insist<T>(what: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await what()
      } catch (error) {
        if (!(error instanceof TransportError) || error.retry === 'never') throw error
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
  }

  async function follow(one: Sent): Promise<void> {
    const files = someFiles()
    const attachments = files.map(({ bytes: _, ...described }) => described)
    const message: Message = { id: createId(), at: new Date().toISOString(), from: 'customer', text: `${name} adds ${one.messages.length}`, ...(files.length && { attachments }) }
    const told = accepted(message.id)
    await outbox.keepMessage(one.issue.id, message, files)
    await told
    one.messages.push({ message, files })
  }

  /** The answer was lost, perhaps: the same once more, twice at the same moment, wherever it lands. */
  async function repeat({ issue, files, receipt }: Sent): Promise<void> {
    for (const again of await Promise.all([0, 1].map(() => insist(() => transport.send(issue, files, { signal }))))) {
      if (!isDeepStrictEqual(again, receipt)) wrong.push(`${name}: another receipt for ${issue.id}`)
    }
  }

  /** A code that one process gave opens the case at any, and once. */
  async function share({ issue, receipt }: Sent): Promise<void> {
    const other = http(endpoint) as Required<Transport>
    const { code } = await insist(() => transport.share(receipt, { signal }))
    const opened = await Promise.allSettled([0, 1].map(() => other.open(code, { signal })))
    const keys = opened.flatMap(each => (each.status === 'fulfilled' ? [each.value.receipt] : []))
    // Whoever was killed may have taken the code with it: then it opens nothing, and the customer asks for another.
    if (keys.length > 1) wrong.push(`${name}: a code opened ${issue.id} twice`)
    for (const key of keys) await insist(() => other.thread(key, { signal }))
  }

  async function watch(receipt: Receipt): Promise<void> {
    while (!leaving.signal.aborted) {
      await transport.watch(receipt, () => void events++, { signal: leaving.signal }).catch(() => {})
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  return {
    sent, wrong,
    news: () => events,
    async visit() {
      const files = someFiles()
      const earlier = random() < 0.3 ? sent.at(-1) : undefined
      const issue = seal({
        kind: 'problem', story: `${name}, no. ${sent.length}: ${'ü🫖'.repeat(Math.floor(random() * 800))}`, attachments: files,
        ...(earlier && { repeatOf: earlier.issue.id }),
      })
      const told = accepted(issue.id)
      await outbox.keep(issue, files)
      const one: Sent = { issue, body: stringify(issue), files, receipt: await told, messages: [] }
      sent.push(one)
      watching ??= watch(one.receipt)
      if (random() < 0.4) await follow(one)
      if (random() < 0.3) await repeat(one)
      if (random() < 0.2) await share(one)
    },
    async look() {
      for (const { issue, receipt, messages } of sent) {
        const thread = await insist(() => transport.thread(receipt, { signal }))
        const own = thread.messages.filter(message => message.issue === undefined).map(({ id }) => id)
        if (!isDeepStrictEqual(own, messages.map(({ message }) => message.id))) wrong.push(`${name}: the thread of ${issue.id} is not what was written`)
      }
    },
    leave() {
      leaving.abort()
      outbox.dispose()
    },
  }
}
