import type { Outside } from '../../core/escalation/ladder.ts'
import type { Settings } from '../../desk/config.ts'
import type { DeskState } from '../../desk/state.ts'
import type { ShownRung } from '../shared/shown-rung.ts'

/** The owner's addresses outside of the house: for whoever is at the top of the ladder, or has no step to take on it. */
export function outsideOf({ outside = [] }: Settings, state: DeskState, rungs: readonly ShownRung[]): readonly Outside[] {
  const usable = rungs.filter(({ first }) => !first).length
  return usable <= 1 || isAtTop(state, rungs.at(-1)?.id) ? outside : []
}

/** A case of this visit is with the last rung. */
const isAtTop = ({ submissions, threads }: DeskState, last: string | undefined) =>
  [...submissions.values()].some(({ issue, status }) => status === 'accepted' && issue.escalation?.rung === last) ||
  [...(threads?.values() ?? [])].some(({ rung }) => rung !== undefined && rung === last)
