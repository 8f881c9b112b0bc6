import type { Receipt } from '../issue/receipt.ts'
import { deadline } from '../support/deadline.ts'
import { jsonOf } from './exchange.ts'
import { bearer, type Line } from './http-line.ts'
import { eventReader } from './read-events.ts'
import { refusal } from './refusal.ts'

/** Longer than this, in milliseconds, nothing may be silent that is still there. */
export const silence = 60_000

/**
 * Server-Sent Events, read by hand: an EventSource sends no header, and so no token.
 * Resolves when the backend ends them. @throws {TransportError} where it does not begin, falls silent, or is aborted.
 */
export async function watch({ open, settings, foreign }: Line, receipt: Receipt, news: () => void, { signal }: { signal: AbortSignal }): Promise<void> {
  const { clock } = settings
  const call = { path: [receipt.id, 'events'], headers: { ...bearer(receipt), Accept: 'text/event-stream' }, signal }
  await open(call, async (fetched, limit, where) => {
    const answer = await deadline(fetched, limit, 'transport/timeout', clock)
    if (!answer.ok) throw refusal(answer, await deadline(jsonOf(answer), limit, 'transport/timeout', clock), where, clock.now())
    const reader = /^\s*text\/event-stream\b/i.test(answer.headers.get('Content-Type') ?? '') && answer.body?.getReader()
    if (!reader) throw foreign('a stream of events')
    const decoder = new TextDecoder()
    const take = eventReader(name => void (name === 'news' && news()))
    for (;;) {
      const { done, value } = await deadline(reader.read(), silence, 'transport/timeout', clock)
      if (done) return
      if (!take(decoder.decode(value, { stream: true }))) throw foreign('events: a line had no end')
    }
  })
}
