import type { Ladder, Rung } from './ladder.ts'

/** Why what a rung waits for cannot come first: no rung has that id; or each waits for the other. */
export type UnsoundAfter = 'unknown' | 'circular'

const always = ['help', 'message']

/** What is wrong with what a rung comes after. Undefined: nothing, or it comes after nothing. */
export function unsoundAfter(ladder: Ladder, { id, after }: Rung): UnsoundAfter | undefined {
  const waitsFor = new Map(ladder.map(rung => [rung.id, rung.after?.tried]))
  const passed = new Set<string>()
  for (let tried = after?.tried; tried !== undefined && !always.includes(tried); tried = waitsFor.get(tried)) {
    if (tried === id) return 'circular'
    if (!waitsFor.has(tried)) return tried === after?.tried ? 'unknown' : undefined
    // A circle further down is that of others: this one is offered once they are.
    if (passed.has(tried)) return undefined
    passed.add(tried)
  }
  return undefined
}
