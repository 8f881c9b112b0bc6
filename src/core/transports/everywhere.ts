import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { messageOf } from '../support/errors.ts'
import { asError, verdictOn } from './attempt-by.ts'
import type { SettledParts } from './settled-parts.ts'
import { TransportError } from './transport.ts'

/** Brings something of an issue to one more part, once the first has it. */
export interface Errand { part: string; send: (first: Receipt) => Promise<Receipt> }

/** Told when a part will never have its copy: the customer's own issue has arrived all the same. */
export type OnMiss = (error: Error, issue: Issue, part: string) => void

/** No word of the customer's stands in it. */
export const warnOfMiss: OnMiss = (error, { id }, part) => console.warn(`Earshot: issue ${id} will not reach the part "${part}": ${messageOf(error)}`)

/**
 * First the one whose receipt is the customer's, then all others at once. Resolves when each has it, or has said `never`.
 * @throws {TransportError} what the first one failed with; `transport/partly`, `later`, as long as another one has not got it. It waits
 * as long as the most patient of them asked for.
 */
export async function everywhere(issue: Issue, settled: SettledParts, first: () => Promise<Receipt>, others: readonly Errand[], onMiss: OnMiss): Promise<Receipt> {
  const { id } = issue
  const receipt = await settled.once(id, 'first', first).catch((error: unknown) => {
    // There is nothing of it to remember.
    settled.forget(id)
    throw error
  })
  const failures: Error[] = []
  await Promise.all(others.map(async ({ part, send }) => {
    let missed = false
    try {
      await settled.once(id, part, async () => {
        missed = true
        return send(receipt)
      })
    } catch (thrown) {
      const error = asError(thrown)
      if (verdictOn(error).retry === 'later') failures.push(error)
      // Refused now, and not in an attempt before.
      else if (missed) onMiss(error, issue, part)
    }
  }))
  if (failures.length) throw notYet(failures)
  settled.forget(id)
  return receipt
}

function notYet(failures: readonly Error[]): TransportError {
  const afterMs = Math.max(0, ...failures.map(error => verdictOn(error).afterMs ?? 0))
  const why = failures.map(messageOf).join('; ').slice(0, 1_000)
  return new TransportError('transport/partly', `The issue has arrived, but not everywhere yet: ${why}`, { retry: 'later', ...(afterMs && { afterMs }) })
}
