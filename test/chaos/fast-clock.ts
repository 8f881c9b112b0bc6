import type { Clock } from '../../src/core/support/clock.ts'

/** A clock on which `speed` seconds pass in one: five minutes of waiting are over in three seconds at a hundred. */
export function fastClock(speed: number): Clock {
  const start = Date.UTC(2026, 10, 22, 12)
  const began = performance.now()
  return {
    now: () => start + (performance.now() - began) * speed,
    after(ms, run) {
      const timer = setTimeout(run, ms / speed)
      return () => clearTimeout(timer)
    },
  }
}
