import type { Clock } from '../../core/support/clock.ts'
import { Refusal } from '../refusal.ts'

/** How slowly a body may come. */
export interface Pace {
  /** Seconds in which something has to come. */
  stall: number
  /** Bytes a second on average, once half a minute has passed. */
  pace: number
  /** Seconds for the whole body. */
  longest: number
}

/** 10 MiB in a quarter of an hour is what a bad mobile line brings. */
export const defaultPace: Pace = { stall: 20, pace: 1_000, longest: 900 }

/** Seconds before an average says anything, and after which somebody counts as slow. */
export const grace = 30

export interface PaceKeeper {
  /** So many bytes came. */
  heard(bytes: number): void
  stop(): void
}

/**
 * Watches one body by the ticks of a timer, so that a clock that is put does no harm.
 * @param dawdle once when it counts as slow; may throw what `giveUp` is to hear. @param giveUp when it is too slow
 */
export function keepPace({ stall, pace, longest }: Pace, clock: Clock, dawdle: () => void, giveUp: (why: Refusal) => void): PaceKeeper {
  // Five looks into each silence.
  const tick = Math.min(stall / 5, 5)
  let ticks = 0
  let silent = 0
  let size = 0
  let isSlow = false
  let cancel = () => {}

  const wrong = () => {
    const seconds = ticks * tick
    if (silent * tick >= stall) return `Nothing came for ${stall} seconds.`
    if (seconds >= longest) return `The body took longer than ${longest} seconds.`
    return seconds >= grace && size < pace * seconds ? `Expected at least ${pace} bytes a second.` : undefined
  }
  const look = () => {
    ticks++
    silent++
    const what = wrong()
    if (what) return giveUp(new Refusal(408, what, { code: 'limit/slow' }))
    if (!isSlow && ticks * tick >= grace) {
      isSlow = true
      try {
        dawdle()
      } catch (error) {
        return giveUp(error as Refusal)
      }
    }
    cancel = clock.after(tick * 1000, look)
  }
  cancel = clock.after(tick * 1000, look)
  return {
    heard(bytes) {
      silent = 0
      size += bytes
    },
    stop: () => cancel(),
  }
}
