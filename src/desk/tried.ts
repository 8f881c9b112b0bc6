import type { Before } from '../core/escalation/first-of.ts'
import type { Ladder, Tried } from '../core/escalation/ladder.ts'
import { threadOf, type Case } from './kept-cases.ts'
import type { DeskState } from './state.ts'

/** What this customer has tried, and since when: help on this visit, and what this device knows to have been accepted. */
export function triedBy(ladder: Ladder, cases: readonly Case[], state: DeskState): Before['tried'] {
  const tried = new Map<Tried, number>()
  const note = (what: Tried | undefined, at: number) => void (what !== undefined && !(at >= (tried.get(what) ?? Infinity)) && tried.set(what, at))
  const { searches, articles } = state.journey
  // Of a search only that it was is known.
  if (searches?.length || articles?.length) note('help', -Infinity)
  for (const each of cases) {
    const { issue, record } = each
    // Thanks and ratings ask nobody for anything.
    if (!record || issue.kind === 'gap' || issue.kind === 'rating' || issue.kind === 'praise') continue
    const at = Date.parse(record.receipt.acceptedAt)
    if (Number.isNaN(at)) continue
    note('message', at)
    note(threadOf(each, state)?.rung ?? issue.escalation?.rung ?? ladder[0]?.id, at)
  }
  return tried
}
