import type { Clock } from '../../core/support/clock.ts'
import type { Random } from '../../core/support/ids.ts'
import { encode, sha256 } from '../bytes.ts'
import { verifiedClaims } from '../identify.ts'
import { Refusal } from '../refusal.ts'
import type { RateLimit, ReceiverOptions } from '../settings.ts'
import { bearer, createToken, fits } from '../tokens.ts'
import { comeAgain } from './come-again.ts'
import { createMeter, type Meter } from './meter.ts'

/** What a look costs of what writing does: threads are looked at again and again. */
const look = 0.1
/** How much more than one address may do, all together behind it may who have proven a receipt's token. */
const together = 5

/** A request, and what it is about. */
export interface Asked {
  request: Request
  /** Of the route, with `*` for ids. */
  path: string
  id: string
  who: string
}

/** Counts requests. @throws {Refusal} 429 */
export type Limiter = (asked: Asked, secret: string) => Promise<void>

interface Charge { meter: Meter; key: string; code: string; cost: number }

/**
 * Who is known by name has an allowance of their own, whatever others behind the same address do. Who has proven a receipt's token, by the token
 * alone, has one, too, and only all of them together are bound to their address. Everybody else has their address's, and with a token that
 * proves nothing yet at most half of it.
 */
export function createLimiter(
  { perMinute, burst = perMinute, perToken = perMinute / 2, perPerson = perMinute, hooks = 600 }: RateLimit,
  { site, identity, clock, random }: { site: string; identity?: ReceiverOptions['identity']; clock: Clock; random: Random },
): Limiter {
  const meters = {
    address: createMeter({ perMinute, burst }),
    token: createMeter({ perMinute: perToken, burst: (burst * perToken) / perMinute }),
    together: createMeter({ perMinute: together * perMinute, burst: together * burst }),
    person: createMeter({ perMinute: perPerson, burst: (burst * perPerson) / perMinute }),
    hooks: createMeter({ perMinute: hooks }),
    // Those who are not who they say they are: from then on they are let through to the check as often as anybody.
    doubts: createMeter({ perMinute, burst }),
  }

  async function personOf({ request, who }: Asked, now: number): Promise<string | undefined> {
    const token = request.headers.get('earshot-identity')
    if (!identity || !token || meters.doubts.wait(who, 1, now)) return undefined
    // Keys that cannot be had are told by whoever needs them.
    const claims = await verifiedClaims(identity, request, token).catch(() => undefined)
    if (typeof claims?.['sub'] === 'string') return claims['sub']
    meters.doubts.spend(who, 1, now)
    return undefined
  }

  async function chargesOf(asked: Asked, secret: string, now: number): Promise<Charge[]> {
    const { request, path, id, who } = asked
    if (path === 'hooks/*') return [{ meter: meters.hooks, key: `${id} ${who}`, code: 'limit/hooks', cost: 1 }]
    const cost = request.method === 'GET' || request.method === 'HEAD' ? look : 1
    const person = await personOf(asked, now)
    if (person !== undefined) return [{ meter: meters.person, key: person, code: 'limit/person', cost }]
    const token = bearer(request)
    const address: Charge = { meter: meters.address, key: who, code: 'limit/address', cost }
    if (token === undefined) return [address]
    const hash = await sha256(encode(token))
    const isProven = path.startsWith('*') && await fits(createToken(secret, site, id), hash)
    return [
      { meter: meters.token, key: hash, code: 'limit/token', cost },
      isProven ? { meter: meters.together, key: who, code: 'limit/address', cost } : address,
    ]
  }

  return async (asked, secret) => {
    const now = clock.now()
    const charges = await chargesOf(asked, secret, now)
    // All or nothing: what is refused costs nobody anything.
    for (const { meter, key, cost, code } of charges) {
      const wait = meter.wait(key, cost, now)
      if (wait > 0) throw new Refusal(429, 'Too many requests at the moment.', { code, headers: comeAgain(wait, random) })
    }
    for (const { meter, key, cost } of charges) meter.spend(key, cost, now)
  }
}
