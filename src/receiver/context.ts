import type { Forwards } from './forwarding/create-forwards.ts'
import type { Streams } from './intake/streams.ts'
import type { ReceiverLimits, ReceiverOptions } from './settings.ts'
import type { Tell } from './watch/happening.ts'

type Filled = 'site' | 'basePath' | 'clock' | 'random' | 'report'

/** What every part of the receiver works with: the options with their defaults, and what the database keeps for it. */
export interface Context {
  options: Omit<ReceiverOptions, Filled | 'limits'> & Required<Pick<ReceiverOptions, Filled>> & { limits: ReceiverLimits; tell: Tell }
  secret: string
  /** Ids being taken in by this process. */
  busy: Set<string>
  streams: Streams
  /** Whether it is time to take away files that nobody names. */
  swept: { due(now: number): boolean }
  /** Absent where nothing is passed on. */
  forwards?: Forwards
  /** Counts who tries codes, by address. @throws {Refusal} 429 */
  limitCodes: (who: string | undefined) => void
}
