import { answerBy, isOpen, nextOpening } from '../core/escalation/availability.ts'
import type { Ladder } from '../core/escalation/ladder.ts'
import type { RungState } from './state.ts'

/** The ladder as of `now`, in milliseconds since 1970: who is there, who comes back when, who answers by when. */
export function peopleNow(ladder: Ladder, now: number): RungState[] {
  return ladder.map(rung => {
    const opensAt = nextOpening(rung, now)
    const by = answerBy(rung, now)
    return {
      id: rung.id,
      name: rung.name,
      kind: rung.kind,
      open: isOpen(rung, now),
      ...(rung.to !== undefined && { to: rung.to }),
      ...(rung.avatar !== undefined && { avatar: rung.avatar }),
      ...(opensAt !== undefined && { opensAt }),
      ...(by !== undefined && { answerBy: by }),
    }
  })
}
