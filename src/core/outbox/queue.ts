import { dueAt, retriable } from './backoff.ts'
import { createLine } from './line.ts'
import type { Failure, Listed } from './record.ts'

/** What waits in the outbox, in a few figures. */
export interface Queue {
  /** Issues and messages that have not arrived and go by themselves. */
  count: number
  /** Those that will not go as they are. */
  refused: number
  /** Milliseconds since 1970, by this device's clock: when the oldest of them was kept. */
  since: number
  /** Milliseconds since 1970 of the next attempt; absent where one is due now. */
  nextTry?: number
  /** Why the oldest that was tried has not arrived; absent where none was tried. */
  failure?: Failure
}

/** @returns nothing where nothing waits; gaps are nobody's, and not counted. */
export function queueIn(lines: readonly Listed[], now: number): Queue | undefined {
  const shown = lines.filter(line => !('gap' in line))
  if (!shown.length) return undefined
  const waiting = shown.filter(retriable)
  const line = createLine()
  // What stands behind another in its thread goes when that has gone.
  const first = waiting.filter(each => {
    const ahead = line.ahead(each)
    line.stays(each)
    return !ahead
  })
  const next = Math.min(...first.map(each => dueAt(each, now)))
  const failure = waiting.find(({ failure }) => failure)?.failure
  const born = shown.map(({ keptAt }) => Date.parse(keptAt)).filter(Number.isFinite)
  return {
    count: waiting.length,
    refused: shown.length - waiting.length,
    // A clock that was put back has nobody wait since tomorrow.
    since: Math.min(now, ...born),
    ...(first.length > 0 && next > now && { nextTry: next }),
    ...(failure && { failure }),
  }
}
