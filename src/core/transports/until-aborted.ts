import { until } from '../support/until.ts'
import { TransportError } from './transport.ts'

/** The work's outcome, or its end with the signal, as a transport says it. */
export const untilAborted = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> =>
  until(signal, work, () => new TransportError('transport/aborted', 'The attempt was given up', { retry: 'later' }))
