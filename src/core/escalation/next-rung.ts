import type { Ladder, Rung } from './ladder.ts'

/**
 * The level above, or the first one when there is none yet. Undefined at the top of the ladder, or when it is empty.
 * A rung that has left the ladder meanwhile starts again at the first: the case goes to somebody, rather than nowhere.
 */
export function nextRung(ladder: Ladder, currentRungId: string | undefined): Rung | undefined {
  return ladder[ladder.findIndex(rung => rung.id === currentRungId) + 1]
}
