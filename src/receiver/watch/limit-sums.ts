import type { Limited } from './happening.ts'

const minute = 60_000

/**
 * Tells of limits that were reached without a line for every refusal: of the first one at once, then once a minute how many there were.
 * Without a timer: a sum is told with whatever happens next once its minute is over.
 */
export function createLimitSums(tell: (limited: Limited) => void): { add(limit: string, now: number): void; due(now: number): void; flush(now: number): void } {
  const open = new Map<string, { since: number; count: number }>()
  const end = (limit: string, now: number) => {
    const { since, count } = open.get(limit)!
    open.delete(limit)
    if (count) tell({ event: 'limited', limit, count, ms: Math.max(0, now - since) })
  }
  const due = (now: number) => {
    // A clock set back ends a minute, too.
    for (const [limit, { since }] of open) if (now - since >= minute || now < since) end(limit, now)
  }
  return {
    due,
    add(limit, now) {
      due(now)
      const sum = open.get(limit)
      if (sum) return void sum.count++
      open.set(limit, { since: now, count: 0 })
      tell({ event: 'limited', limit, count: 1, ms: 0 })
    },
    flush(now) {
      for (const limit of open.keys()) end(limit, now)
    },
  }
}
