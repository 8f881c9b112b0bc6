import type { Issue } from '../../core/issue/issue.ts'
import { sideRemark } from '../../core/transports/side-remark.ts'
import { fits, type When } from '../../core/transports/when.ts'
import type { ReadForwarding } from './read-forwarding.ts'

/** One job to be: the whole issue, or a side remark by its position from 1. */
export interface PlannedForward { forwarder: string; observation?: number }

// What no article answered is a line of a statistic; whoever wants each of them says so.
const isMeant = (issue: Issue, when: When) =>
  fits(issue, when) && (issue.kind !== 'gap' || (when.kind !== undefined && [when.kind].flat().includes('gap')))

/** Where an issue goes on to by the rules: to each forwarder once, however many rules name it. The owner's own tests go nowhere. */
export function planForwards({ rules }: ReadForwarding, issue: Issue): PlannedForward[] {
  if (issue.synthetic) return []
  const planned = new Map<string, PlannedForward>()
  for (const { when = {}, to, observations } of rules) {
    const parts: { observation?: number; asked: Issue }[] = observations
      ? (issue.observations ?? []).map((_, index) => ({ observation: index + 1, asked: sideRemark(issue, index) }))
      : [{ asked: issue }]
    for (const { asked, ...part } of parts) {
      if (isMeant(asked, when)) for (const forwarder of to) planned.set(JSON.stringify([forwarder, part.observation]), { forwarder, ...part })
    }
  }
  return [...planned.values()]
}
