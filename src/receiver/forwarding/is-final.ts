import { TransportError } from '../../core/transports/transport.ts'

/** Whether the other system said that another time will not change it. */
export const isFinal = (error: unknown): boolean => error instanceof TransportError && error.retry === 'never'

/** For something that may be gone by now: then nothing, else the error again. */
export function unlessGone(error: unknown): undefined {
  if (error instanceof TransportError && error.status === 404) return undefined
  throw error
}
