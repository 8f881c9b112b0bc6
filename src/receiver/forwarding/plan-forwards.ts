import type { Issue } from '../../core/issue/issue.ts'
import { sideRemark } from '../../core/transports/side-remark.ts'
import { fits, type When } from '../../core/transports/when.ts'
import type { ReadForwarding } from './read-forwarding.ts'

/** One job to be. */
export interface PlannedForward {
  forwarder: string
  /** A side remark by its position from 1; absent: the whole issue. */
  observation?: number
  /** Only while the issue looks like spam, or only while it does not. */
  suspicious?: boolean
  /** Milliseconds until it may begin. */
  waits?: number
}

// What no article answered is a line of a statistic; whoever wants each of them says so.
const isMeant = (issue: Issue, when: When) =>
  fits(issue, when) && (issue.kind !== 'gap' || (when.kind !== undefined && [when.kind].flat().includes('gap')))

/** Where an issue goes on to by the rules: to each forwarder once, however many rules name it. The owner's own tests go nowhere. */
export function planForwards({ rules }: ReadForwarding, issue: Issue): PlannedForward[] {
  if (issue.synthetic) return []
  const planned = new Map<string, PlannedForward>()
  for (const { when = {}, to, observations, suspicious } of rules) {
    const parts: { observation?: number; asked: Issue }[] = observations
      ? (issue.observations ?? []).map((_, index) => ({ observation: index + 1, asked: sideRemark(issue, index) }))
      : [{ asked: issue }]
    for (const { asked, ...part } of parts) {
      if (!isMeant(asked, when)) continue
      for (const forwarder of to) {
        const key = JSON.stringify([forwarder, part.observation])
        const earlier = planned.get(key)
        // One rule for what looks like spam and one for what does not are both, or it is meant however it looks.
        const only = suspicious !== undefined && (!earlier || earlier.suspicious === suspicious)
        planned.set(key, { forwarder, ...part, ...(only && { suspicious }) })
      }
    }
  }
  return [...planned.values()]
}

/** How long, in milliseconds, the first attempt waits for a device that was asked for a proof: a slow one needs some seconds. */
const untilProven = 30_000

/** The same jobs for an issue whose label is not yet decided: they begin when it is, and after half a minute at the latest. */
export const onceProven = (planned: readonly PlannedForward[]): PlannedForward[] => planned.map(job => ({ ...job, waits: untilProven }))
