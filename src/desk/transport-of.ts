import { http } from '../core/transports/http.ts'
import { type Transport, TransportError } from '../core/transports/transport.ts'
import type { Context } from './context.ts'

const made = new WeakMap<Context, Transport>()

/** What carries this desk's issues: the owner's transport, else that of the endpoint, else one that waits for either. */
export function transportOf(context: Context): Transport {
  const transport = context.settings.transport ?? made.get(context) ?? make(context)
  made.set(context, transport)
  return transport
}

function make({ settings, seams }: Context): Transport {
  const { endpoint, accept, identity } = settings
  if (endpoint) return http(endpoint, { accept, ...(identity && { identity }), ...(seams.fetch && { fetch: seams.fetch }) })
  return {
    send: () => Promise.reject(new TransportError('transport/no-endpoint', 'There is no endpoint and no transport', { retry: 'later' })),
  }
}
