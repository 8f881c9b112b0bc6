import type { LitElement } from 'lit'
import { adopt } from '../shared/field-parts/adopt.ts'
import { tickStyles } from '../shared/field-parts/tick.styles.ts'
import { leavingTick } from '../shared/leaving-tick.ts'
import type { Say } from '../shared/say.ts'

/** After a poor rating: the customer thinks of leaving, and may say so. */
export function open(host: LitElement, say: Say) {
  adopt(host, tickStyles)
  return (isTicked: boolean, tick: (isTicked: boolean) => void) => leavingTick(isTicked, tick, say)
}
