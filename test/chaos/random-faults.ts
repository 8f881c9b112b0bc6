import * as does from './behaviours.ts'
import type { Behaviour } from './visit.ts'

const statuses = [401, 403, 404, 408, 409, 410, 425, 429, 500, 502, 503, 504, 511, 520]

/** Every fault that may pass by itself. */
const passing: readonly Behaviour[] = [
  does.resetBeforeBody, does.resetInBody, does.resetAfterBody, does.stall, does.commitThenReset, does.commitThenHalf, does.slowDrip, does.endlessDrip,
  does.garbage, does.empty, does.noContent, does.otherShape, does.badGzip, does.truncated, does.namesAnother,
  does.portalPage, does.portalRedirect, does.portalStatus, does.redirectedReceipt,
  ...[500, 502, 504].map(does.commitThen),
  ...statuses.map(status => does.answer(status)),
]

/** Those that say the issue itself is at fault. */
const lasting: readonly Behaviour[] = [does.problem(400, {}), does.problem(422, { detail: 'Shorter, please.', pointer: '#/story' }), does.tooLarge]

const asking = ['1', '2', 'soon', '-1', '0', '1e12', '1000000000000', 'Thu, 01 Jan 1970 00:00:00 GMT']

/** Honest in one of three, else a fault by chance; one in fifty will not take the issue as it is. */
export const randomFault = (random: () => number): Behaviour => {
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  const kind = random()
  if (kind < 0.33) return does.honest
  if (kind < 0.35) return one(lasting)
  if (kind < 0.45) return does.answer(one([429, 503]), { 'retry-after': one(asking) })
  return one(passing)
}
