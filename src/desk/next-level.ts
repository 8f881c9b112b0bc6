import { brokenPromise } from '../core/escalation/broken-promise.ts'
import { firsts, type Before } from '../core/escalation/first-of.ts'
import type { Ladder, Outside } from '../core/escalation/ladder.ts'
import { nextRung } from '../core/escalation/next-rung.ts'
import { messagesTo, ratingsOf, takenBy, threadOf, type Case } from './kept-cases.ts'
import type { News } from './rung-news.ts'
import { rungState } from './rung-state.ts'
import type { DeskState, NextLevel } from './state.ts'

export interface Climbing {
  readonly ladder: Ladder
  readonly outside: readonly Outside[]
  readonly before: Before
  readonly news: News
  readonly now: number
  readonly state: DeskState
}

/** Whose rung has a case: as its thread says, or as it was sent. */
export const rungOf = (found: Case, ladder: Ladder, state: DeskState): string | undefined =>
  threadOf(found, state)?.rung ?? found.issue.escalation?.rung ?? ladder[0]?.id

/** Where a case can go from here, and why it should. */
export function nextLevelOf(cases: readonly Case[], found: Case, { ladder, outside, before, news, now, state }: Climbing): NextLevel {
  const { issue, record } = found
  const first = new Map(firsts(ladder, before, now).map((each, index) => [ladder[index]?.id, each]))
  const rung = nextRung(ladder, rungOf(found, ladder, state), ({ id }) => !first.get(id))
  const because = brokenPromise({
    issue, receipt: record?.receipt, thread: threadOf(found, state), waiting: messagesTo(issue.id, state), ratings: ratingsOf(cases, issue.id),
  }, now)
  const taken = takenBy(cases, issue.id, state)
  return {
    issue: issue.id,
    outside: rung ? [] : outside,
    ...(rung && { rung: rungState(rung, now, first.get(rung.id), news.get(rung.id)) }),
    ...(because && { because }),
    ...(taken !== undefined && { taken }),
  }
}
