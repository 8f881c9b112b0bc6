import { openTimes } from '../core/escalation/open-times.ts'
import type { Rung } from '../core/escalation/ladder.ts'

/** For how many milliseconds a rung was open from one moment to another. @throws {EarshotError} for hours that cannot be read. */
export function openBetween(rung: Rung, from: number, to: number): number {
  let sum = 0
  for (const { start, end } of openTimes(rung, from)) {
    if (start >= to) break
    sum += Math.min(end, to) - Math.max(start, from)
  }
  return sum
}
