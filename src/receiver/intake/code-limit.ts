import type { Clock } from '../../core/support/clock.ts'
import type { Random } from '../../core/support/ids.ts'
import { Refusal } from '../refusal.ts'
import { comeAgain } from './come-again.ts'
import { createMeter } from './meter.ts'

/**
 * For who tries short codes, whatever else is allowed: ten a minute from one address, where addresses are known, and three
 * hundred in all. There are 656 billion codes, and each is good for ten minutes.
 * @throws {Refusal} 429, by what it answers with
 */
export function createCodeLimit(clock: Clock, random: Random): (who: string | undefined) => void {
  const [each, all] = [createMeter({ perMinute: 10 }), createMeter({ perMinute: 300 })]
  return who => {
    const now = clock.now()
    const wait = Math.max(who === undefined ? 0 : each.wait(who, 1, now), all.wait('', 1, now))
    if (wait > 0) throw new Refusal(429, 'Too many codes were tried.', { code: 'limit/codes', headers: comeAgain(wait, random) })
    if (who !== undefined) each.spend(who, 1, now)
    all.spend('', 1, now)
  }
}
