import type { Clock } from '../support/clock.ts'
import { verdictOn } from './attempt-by.ts'
import type { Way } from './parts.ts'
import { TransportError } from './transport.ts'

/**
 * Leaves a part alone for as long as it asked to be (`Retry-After`), whichever issue it is: the outbox knows only of one
 * transport, and would come to this part with the next issue.
 */
export function quietTimes(clock: Clock): <T>(way: Way, send: () => Promise<T>) => Promise<T> {
  const quiet = new Map<Way, { from: number; until: number }>()
  return async (way, send) => {
    const { from = 0, until = 0 } = quiet.get(way) ?? {}
    const now = clock.now()
    // A clock that was put back must not make it last longer.
    if (from <= now && now < until)
      throw new TransportError('transport/busy', `The part "${way.name}" asked to wait`, { retry: 'later', afterMs: until - now })
    quiet.delete(way)
    try {
      return await send()
    } catch (error) {
      const { afterMs } = verdictOn(error)
      const failed = clock.now()
      if (afterMs) quiet.set(way, { from: failed, until: failed + afterMs })
      throw error
    }
  }
}
