import type { Transport } from './transport.ts'

const methods = ['thread', 'reply', 'watch', 'requests', 'people', 'share', 'unshare', 'open'] as const

type Method = (...given: unknown[]) => Promise<unknown>

/** Everything of a transport but sending, for one that stands before it; what it has not, that one has not either. */
export function through(transport: Transport): Omit<Transport, 'send'> {
  const { duplicates, files } = transport
  const there = methods.filter(method => typeof transport[method] === 'function')
  return {
    ...(duplicates && { duplicates }),
    ...(files === false && { files }),
    ...Object.fromEntries(there.map(method => [method, (...given: unknown[]) => (transport[method] as Method).apply(transport, given)])),
  }
}
