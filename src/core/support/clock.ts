/** A day of 24 hours, in milliseconds. */
export const day = 86_400_000

/** Time as an argument: tests pass their own, nothing sleeps. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The platform's clock. Timers longer than 2³¹−1 ms fire at once in browsers, so they are capped. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), 2 ** 31 - 1))
    return () => clearTimeout(timer)
  },
}
