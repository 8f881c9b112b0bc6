import type { Draft } from '../issue/draft.ts'
import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { seal } from '../issue/seal.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { messageOf } from '../support/errors.ts'
import type { Transport } from '../transports/transport.ts'
import { awaitAnswer, type LineAnswer } from './await-answer.ts'
import { createOutbox } from './outbox.ts'
import type { Failure, OutboxChange } from './record.ts'
import type { Store } from './store.ts'

/** What is sent to try the line: nobody's words, marked, so that no figure counts it. */
export const testDraft: Draft = {
  kind: 'question', form: 'self-test', synthetic: true, story: 'A test of this line by its owner. There is nothing to answer.',
}

export interface LineOptions {
  transport: Transport
  /** Of its own: it is erased when the walk is over. */
  store: Store
  /** Names the lock; nobody else's. */
  name: string
  clock?: Clock
  /** Milliseconds to wait for a receipt. Default 30,000. */
  limit?: number
}

/** How it went; times in milliseconds. */
export interface LineWalk {
  issue: Issue
  /** Since it was sealed. */
  accepted?: { receipt: Receipt; milliseconds: number }
  /** Why it was not accepted at the first attempt. */
  failure?: Failure
  answer?: LineAnswer
}

/**
 * Sends one marked issue the way all issues go, and waits for its receipt and for an answer. Nothing of it stays: the store is erased.
 * What goes wrong on the way is in the report; rejects only where the store itself fails.
 */
export async function walkLine({ transport, store, name, clock = systemClock, limit = 30_000 }: LineOptions): Promise<LineWalk> {
  const start = clock.now()
  const issue = seal(testDraft, { now: start })
  const outbox = createOutbox({ store, transport, name: `${name}-${issue.id}`, clock, locks: undefined, channel: () => undefined })
  try {
    const settled = new Promise<OutboxChange>(resolve => {
      outbox.subscribe(change => {
        if (['accepted', 'waiting', 'refused'].includes(change.status)) resolve(change)
      })
    })
    await outbox.keep(issue, [])
    const { receipt, failure } = await deadline(settled, limit, 'transport/timeout', clock).catch(
      (error: unknown): Pick<OutboxChange, 'receipt' | 'failure'> => ({ failure: { code: 'transport/timeout', detail: messageOf(error) } }))
    if (!receipt) return { issue, ...(failure && { failure }) }
    const accepted = { receipt, milliseconds: clock.now() - start }
    return { issue, accepted, answer: await awaitAnswer(transport, receipt, clock) }
  } finally {
    outbox.dispose()
    await store.clear()
    store.close()
  }
}
