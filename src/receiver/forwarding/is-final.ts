import { TransportError } from '../../core/transports/transport.ts'

/** Whether the other system said that another time will not change it. */
export const isFinal = (error: unknown): boolean => error instanceof TransportError && error.retry === 'never'
