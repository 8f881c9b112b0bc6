const minute = 60_000

/** How much somebody may still do. Costs are in the meter's own unit, times in milliseconds since 1970. */
export interface Meter {
  /** How long until so much may be done; 0: now. */
  wait(key: string, cost: number, now: number): number
  /** Counts it, whether there was room or not. */
  spend(key: string, cost: number, now: number): void
}

export interface MeterOptions {
  perMinute: number
  /** How much at once, after a pause. Default: what a minute brings; never less than 1. */
  burst?: number
  /** How many keys are remembered. Default 20,000. */
  most?: number
}

/**
 * A leaky bucket for each key (GCRA): one number, the moment at which all is paid off, so that nothing begins anew with a minute.
 * Keys are kept in two generations, and those that were not heard of while one filled up are forgotten: a flood of new
 * addresses takes no memory, and whoever goes on asking stays known.
 */
export function createMeter({ perMinute, burst = perMinute, most = 20_000 }: MeterOptions): Meter {
  const apart = minute / perMinute
  const room = Math.max(burst, 1) * apart
  let young = new Map<string, number>()
  let old = new Map<string, number>()

  const keep = (key: string, at: number) => {
    if (young.size >= most / 2 && !young.has(key)) {
      old = young
      young = new Map()
    }
    young.set(key, at)
  }
  const paidOff = (key: string, now: number) => {
    const at = young.get(key) ?? old.get(key) ?? 0
    if (at <= now) return now
    // A clock that was put back must shut nobody out for longer than the bucket takes to run empty.
    const most = Math.min(at, now + room)
    if (most !== young.get(key)) keep(key, most)
    return most
  }
  return {
    // A thousandth of a millisecond for the sums of fractions.
    wait: (key, cost, now) => Math.max(0, paidOff(key, now) + cost * apart - room - now - 0.001),
    spend: (key, cost, now) => keep(key, paidOff(key, now) + cost * apart),
  }
}
