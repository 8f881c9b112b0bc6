import { EarshotError } from '../../core/support/errors.ts'
import { defaultLimits, type RateLimit, type ReceiverLimits } from '../settings.ts'

function check(place: string, value: unknown, least: number): void {
  if (typeof value === 'number' && value >= least && value < Infinity) return
  throw new EarshotError('receiver/wrong-limit', `${place}: expected a number of at least ${least}, got ${String(value)}`)
}

const tiny = Number.MIN_VALUE

/** The limits with their defaults. @throws {EarshotError} `receiver/wrong-limit` for what would refuse everybody, or nobody */
export function readLimits(given: Partial<ReceiverLimits> = {}): ReceiverLimits {
  const limits = { ...defaultLimits, ...given }
  const largest = Math.max(limits.issue, limits.request)
  // Who has raised the one has not meant to shut out what it allows.
  if (given.bodies === undefined) limits.bodies = Math.max(limits.bodies, 2 * largest)
  for (const [name, value] of Object.entries(limits)) {
    check(`limits.${name}`, value, name === 'attachments' ? 0 : name === 'bodies' ? largest : name === 'atOnce' ? 1 : tiny)
  }
  return limits
}

/** @throws {EarshotError} `receiver/wrong-limit` */
export function checkRateLimit({ perMinute, burst, perToken, perPerson, hooks, address }: RateLimit): void {
  for (const [name, value] of Object.entries({ perMinute, burst, perToken, perPerson, hooks })) {
    if (name === 'perMinute' || value !== undefined) check(`rateLimit.${name}`, value, tiny)
  }
  if (typeof address === 'function') return
  throw new EarshotError('receiver/wrong-limit', 'rateLimit.address: expected a function from a request to the address of its sender, got none')
}
