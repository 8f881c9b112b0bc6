import type { Ladder, Rung } from './ladder.ts'

/** The rungs above; all of them when there is none yet, or when it has left the ladder meanwhile: the case goes to somebody, rather than nowhere. */
const above = (ladder: Ladder, currentRungId: string | undefined): Ladder => ladder.slice(ladder.findIndex(rung => rung.id === currentRungId) + 1)

/**
 * The level above that is offered, or the first one when there is none yet. Undefined at the top of the ladder, or when it is empty.
 * Where nobody above is offered yet it is the very next one all the same: nobody is sent away.
 */
export function nextRung(ladder: Ladder, currentRungId: string | undefined, isOffered: (rung: Rung) => boolean = () => true): Rung | undefined {
  const higher = above(ladder, currentRungId)
  return higher.find(isOffered) ?? higher[0]
}
