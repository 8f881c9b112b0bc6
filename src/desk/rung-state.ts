import { answerBy, isOpen, measuredOf, nextOpening } from '../core/escalation/availability.ts'
import type { First } from '../core/escalation/first-of.ts'
import type { Rung } from '../core/escalation/ladder.ts'
import type { RungNews } from '../core/issue/rung-news.ts'
import type { RungState } from './state.ts'

/** What can be said of a rung at `now`. */
export function rungState(rung: Rung, now: number, first?: First, news?: RungNews): RungState {
  const { id, name, kind, to, avatar, languages, topics, hours, timeZone = 'UTC' } = rung
  const opensAt = nextOpening(rung, now)
  const by = answerBy(rung, now, news)
  const measured = by === undefined ? undefined : measuredOf(rung, news)
  return {
    id,
    name,
    kind,
    open: isOpen(rung, now),
    ...(to !== undefined && { to }),
    ...(avatar !== undefined && { avatar }),
    ...(hours !== undefined && { timeZone }),
    ...(opensAt !== undefined && { opensAt }),
    ...(by !== undefined && { answerBy: by }),
    ...(measured !== undefined && { measured }),
    ...(languages && { languages }),
    ...(topics && { topics }),
    ...(first && { first }),
    ...(news && { news }),
  }
}
