import { bytesIn } from '../issue/bytes-in.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { messageOf } from '../support/errors.ts'
import { timeToSend } from '../support/time-to-send.ts'
import { asError, attemptBy, verdictOn } from './attempt-by.ts'
import { following } from './following.ts'
import { duplicatesOf, expectApart, filesOf, wayOf, type Part } from './parts.ts'
import { quietTimes } from './quiet-times.ts'
import { settledParts } from './settled-parts.ts'
import { TransportError, type Transport } from './transport.ts'
import { earlierBy, givenBy } from './via.ts'
import { expectOption } from './wrong-option.ts'

export interface FallbackOptions {
  /**
   * Milliseconds that each part but the last has to answer, before the next one is asked. Default 10,000; one attempt has 30,000 in all.
   * With files each part has a second more for 16 kB of them, and the attempt two.
   */
  patience?: number
  clock?: Clock
}

/**
 * Sends an issue to the first part that takes it: the next one is asked when the one before cannot be reached, is busy, does not answer in
 * time, or refuses the issue. The receipt is of the part that took it, and what follows the issue goes there.
 *
 * An answer that was lost looks like no answer: then the part before has the issue as well, so `duplicates` is `possible`.
 * Refused only where every part refuses it, with the words of the last one; else it waits as long as the least patient of them
 * asked for, and those that refused it are not asked again on this page.
 * @throws {EarshotError} `transport/wrong-option`
 */
export function fallback(parts: readonly Part[], { patience = 10_000, clock = systemClock }: FallbackOptions = {}): Transport {
  expectOption(Array.isArray(parts) && parts.length > 0, 'parts', 'a list of transports', parts)
  expectOption(patience > 0, 'patience', 'milliseconds', patience)
  const ways = parts.map((part, index) => wayOf(part, `parts[${index}]`, index))
  expectApart(ways)
  const [before] = ways as [typeof ways[0] & {}]
  const transports = ways.map(({ transport }) => transport)
  const settled = settledParts()
  const inPeace = quietTimes(clock)

  return {
    ...following(ways, before),
    ...(ways.length > 1 ? { duplicates: 'possible' } : duplicatesOf(transports)),
    ...filesOf(transports),
    async send(issue, attachments, { signal, earlier, again, after }) {
      const failures: Error[] = []
      const limit = timeToSend(patience, bytesIn(attachments))
      for (const way of ways) {
        const ending = new AbortController()
        const known = earlierBy(ways, before, way, earlier)
        const options = { signal: AbortSignal.any([signal, ending.signal]), ...(again && { again }), ...(known.length && { earlier: known }), ...(after && { after }) }
        const send = () => inPeace(way, async () => {
          const sending = attemptBy(way, issue, attachments, options)
          return way === ways.at(-1) ? sending : deadline(sending, limit, 'transport/timeout', clock)
        })
        try {
          const receipt: Receipt = await settled.once(issue.id, way.name, send)
          settled.forget(issue.id)
          return givenBy(way, receipt)
        } catch (error) {
          failures.push(asError(error))
          // Nobody waits for this attempt any more; what it has begun elsewhere would be a second copy.
          if (signal.aborted) break
        } finally {
          ending.abort()
        }
      }
      const failure = together(failures)
      if (verdictOn(failure).retry === 'never') settled.forget(issue.id)
      throw failure
    },
  }
}

function together(failures: readonly Error[]): Error {
  const waiting = failures.map(verdictOn).filter(({ retry }) => retry === 'later')
  if (!waiting.length) return failures.at(-1)!
  const afterMs = Math.min(...waiting.map(({ afterMs }) => afterMs ?? 0))
  const why = failures.map(messageOf).join('; ').slice(0, 1_000)
  return new TransportError('transport/nowhere', `No part took the issue: ${why}`, { retry: 'later', ...(afterMs && { afterMs }) })
}
