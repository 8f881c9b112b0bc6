import type { Clock } from '../core/support/clock.ts'
import { Refusal } from './refusal.ts'
import type { RateLimit } from './settings.ts'

const minute = 60_000

/** Counts requests by address in windows of a minute; one process only, and it forgets when the minute is over. */
export function createRateLimit({ perMinute, address }: RateLimit, clock: Clock): (request: Request) => void {
  let counts = new Map<string, number>()
  let since = clock.now()
  return request => {
    const now = clock.now()
    // A clock set back starts a new window, too.
    if (now - since >= minute || now < since) {
      counts = new Map()
      since = now
    }
    const key = address(request)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= perMinute) return
    throw new Refusal(429, `Expected at most ${perMinute} requests a minute.`, {
      headers: { 'retry-after': String(Math.max(1, Math.ceil((since + minute - now) / 1000))) },
    })
  }
}

/**
 * For who tries short codes, whatever else is allowed: ten a minute from one address, where addresses are known, and three
 * hundred in all. There are 656 billion codes, and each is good for ten minutes.
 */
export function createCodeLimit(known: RateLimit | undefined, clock: Clock): (request: Request) => void {
  const each = known ? createRateLimit({ perMinute: 10, address: request => known.address(request) }, clock) : () => {}
  const all = createRateLimit({ perMinute: 300, address: () => '' }, clock)
  return request => {
    each(request)
    all(request)
  }
}
