import type { Ladder, Rung, Tried } from './ladder.ts'

/** What a customer has behind them. */
export interface Before {
  /** When each was tried first, in milliseconds since 1970; -Infinity where only that it was is known. */
  readonly tried: ReadonlyMap<Tried, number>
  /** The site has signed them in. */
  readonly identified: boolean
}

/** What has to come first: what to try, or from when on, in milliseconds since 1970; to be signed in. */
export interface First { tried?: string; from?: number; identified?: true }

const hour = 3_600_000

/**
 * What has to come before a rung is offered. Undefined: it is offered. Without `tried`, its hours count from the first message on.
 * With `from` it was tried, and is offered then. A rung of which this is so is still told of, never hidden.
 */
export function firstOf({ after, for: whom }: Rung, { tried, identified }: Before, now: number): First | undefined {
  const signIn = whom === 'identified' && !identified
  const what = after && (after.tried ?? 'message')
  const since = what === undefined ? -Infinity : tried.get(what)
  const from = since === undefined ? undefined : since + (after?.hours ?? 0) * hour
  const waits = from === undefined || from > now
  if (!signIn && !waits) return undefined
  return {
    ...(signIn && { identified: true as const }),
    ...(waits && what !== undefined && { tried: what }),
    ...(waits && from !== undefined && { from }),
  }
}

/** What has to come before each rung, in the ladder's order. Where none were offered, the lowest that is for everybody is, all the same. */
export function firsts(ladder: Ladder, before: Before, now: number): (First | undefined)[] {
  const all = ladder.map(rung => firstOf(rung, before, now))
  if (all.length && all.every(Boolean)) {
    const lowest = all.findIndex(first => !first?.identified)
    all[Math.max(lowest, 0)] = undefined
  }
  return all
}
