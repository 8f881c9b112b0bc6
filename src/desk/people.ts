import { answerBy, isOpen, nextOpening } from '../core/escalation/availability.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { RungState } from './state.ts'

/** The ladder as of now: who is there, who comes back when, who answers by when. */
export function peopleNow(context: Context): RungState[] {
  const now = clockOf(context).now()
  return context.settings.ladder.map(rung => {
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
