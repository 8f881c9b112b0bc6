import type { Clock } from '../support/clock.ts'
import { gap, longest } from './backoff.ts'

/** One timer for the earliest of all times it was given. */
export interface Alarm { set(at: number): void; stop(): void }

/** Rings `run`, once for each setting. Never far ahead: timers stand still while a laptop sleeps, and clocks are put right. */
export function createAlarm(clock: Clock, run: () => void): Alarm {
  let ringsAt = Infinity
  let cancel: (() => void) | undefined
  return {
    set(at) {
      if (at >= ringsAt) return
      cancel?.()
      ringsAt = at
      cancel = clock.after(Math.min(Math.max(at - clock.now(), gap / 2), longest), () => {
        ringsAt = Infinity
        run()
      })
    },
    stop() {
      cancel?.()
      // Nothing is earlier than this: it cannot be set again.
      ringsAt = -Infinity
    },
  }
}
