import type { Clock } from '../../core/support/clock.ts'
import type { Random } from '../../core/support/ids.ts'
import { json, Refusal } from '../refusal.ts'
import { askedRarely } from '../watch/asked-rarely.ts'
import { comeAgain } from './come-again.ts'

/** What load balancers ask, from outside of all limits: whether the process lives, and whether requests should be sent here. */
export type Probe = 'health' | 'ready'

const second = 1_000

export interface ProbeOptions {
  /** Whether the database answers and its tables are up to date; may reject, or hang. */
  ask: () => Promise<boolean>
  isClosing: () => boolean
  clock: Clock
  random: Random
}

/**
 * Answers `GET {endpoint}/health`, which asks nobody, and `GET {endpoint}/ready`. The database hears of it once a second at most, however many ask, and
 * not again while it owes an answer.
 */
export function createProbes({ ask, isClosing, clock, random }: ProbeOptions): (probe: Probe) => Promise<Response> {
  const isUp = askedRarely(() => ask().catch(() => false), { fresh: second, most: second, clock })
  const no = (detail: string) => new Refusal(503, detail, { headers: comeAgain(second, random) })
  return async probe => {
    if (probe === 'health') return json({ status: 'alive' })
    if (isClosing()) throw no('This process is ending.')
    if (!(await isUp())) throw no('The database does not answer, or its tables are not up to date.')
    return json({ status: 'ready' })
  }
}
