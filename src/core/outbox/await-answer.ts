import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { messageOf } from '../support/errors.ts'
import type { Transport } from '../transports/transport.ts'

/**
 * `came`: somebody of the staff wrote · `none`: the thread can be read, nobody has written yet · `no-threads`: this way carries no answers ·
 * `unreadable`: it should, and does not. Milliseconds since the receipt.
 */
export interface LineAnswer { state: 'came' | 'none' | 'no-threads' | 'unreadable'; milliseconds: number; text?: string; problem?: string }

// A backend that answers tests at all does so at once.
const pauses = [0, 250, 750, 2_000]
const longest = 10_000

/** Reads the thread of a fresh issue until there is an answer, for three seconds. Never rejects. */
export async function awaitAnswer(transport: Transport, receipt: Receipt, clock: Clock): Promise<LineAnswer> {
  const start = clock.now()
  const told = (answer: Omit<LineAnswer, 'milliseconds'>): LineAnswer => ({ ...answer, milliseconds: clock.now() - start })
  if (!transport.thread) return told({ state: 'no-threads' })
  const ending = new AbortController()
  try {
    for (const pause of pauses) {
      if (pause) await new Promise<void>(resolve => void clock.after(pause, resolve))
      const { messages } = await deadline(transport.thread(receipt, { signal: ending.signal }), longest, 'transport/timeout', clock)
      const answer = messages.find(({ from }) => from === 'staff')
      if (answer) return told({ state: 'came', text: answer.text })
    }
    return told({ state: 'none' })
  } catch (error) {
    // Whoever gave no key to a thread never promised one.
    return told(receipt.token ? { state: 'unreadable', problem: messageOf(error) } : { state: 'no-threads' })
  } finally {
    ending.abort()
  }
}
