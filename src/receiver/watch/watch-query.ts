import type { Clock } from '../../core/support/clock.ts'
import type { Query } from '../query.ts'
import type { Tell } from './happening.ts'
import { codeOf, sqlStateOf } from './safe-code.ts'

// No connection, no room, shut down, broken, or a copy that only reads: not the fault of one statement.
const away = /^(08|53|57P|58|25006)/

/** The same `query`, which tells how long each statement took, how it was refused, and when the database went away and came back. */
export function watchQuery(query: Query, tell: Tell, clock: Clock): Query {
  let gone: { since: number; lastFailure: number } | undefined
  let begun = 0

  const succeeded = (number: number, now: number) => {
    // One that was begun before may have been lucky.
    if (!gone || number <= gone.lastFailure) return
    tell({ event: 'database-back', ms: Math.max(0, now - gone.since) })
    gone = undefined
  }
  const failed = (error: unknown, now: number, ms: number) => {
    const state = sqlStateOf(codeOf(error))
    const code = codeOf(error) ?? 'unknown'
    tell({ event: 'statement', ms, code })
    if (state && !away.test(state)) return
    if (!gone) tell({ event: 'database-away', code })
    gone = { since: gone?.since ?? now, lastFailure: begun }
  }

  return async (text, values) => {
    const number = ++begun
    const since = clock.now()
    const took = (now: number) => Math.max(0, now - since)
    try {
      const result = await query(text, values)
      const now = clock.now()
      tell({ event: 'statement', ms: took(now) })
      succeeded(number, now)
      return result
    } catch (error) {
      const now = clock.now()
      failed(error, now, took(now))
      throw error
    }
  }
}
