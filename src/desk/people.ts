import { answerBy, isOpen, nextOpening } from '../core/escalation/availability.ts'
import { checkRung } from '../core/escalation/check-rung.ts'
import type { Ladder } from '../core/escalation/ladder.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { RungState } from './state.ts'

const checked = new WeakSet<Ladder>()

/** The ladder as of now: who is there, who comes back when, who answers by when. */
export function peopleNow(context: Context): RungState[] {
  const now = clockOf(context).now()
  const { ladder } = context.settings
  // Said once, when the ladder is first climbed: what cannot be read counts as reachable.
  if (!checked.has(ladder)) ladder.forEach((rung, i) => checkRung(rung, `/ladder/${i}`).forEach(context.tell))
  checked.add(ladder)
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
