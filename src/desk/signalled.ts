import type { Journey } from '../core/issue/issue.ts'

// As many as tell what went wrong; more would be a log of the customer.
const most = 20

/** A sign of trouble was seen: the type and the moment, nothing else. */
export function signalled(journey: Journey, type: string, at: string): Journey {
  return { ...journey, signals: [...(journey.signals ?? []), { type, at }].slice(-most) }
}
