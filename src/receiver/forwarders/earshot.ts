import { http, type HttpOptions } from '../../core/transports/http.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { httpAddress } from '../forwarding/http-address.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'

export interface EarshotOptions extends Pick<HttpOptions, 'headers' | 'identity' | 'fetch' | 'timeout' | 'clock'> {
  /** Of the other receiver: `https://desk.example.com/issues`. */
  endpoint: string
}

/**
 * Passes issues on to another receiver of Earshot: the `http` transport as it is, its keys, threads, replies and files.
 * One effect, whatever is lost on the way. `headers` and `identity` are your server's own: who the customer is was checked here, and the
 * token that said so goes no further. What staff write there is read with `thread`; the receipt's own token opens it, and nobody else's.
 * Not: the customer's own line to the other receiver. It knows only what you pass on.
 */
export function earshot({ endpoint, ...options }: EarshotOptions): Forwarder {
  expectOption(httpAddress(endpoint) !== undefined, 'endpoint', 'an absolute http(s) address', endpoint)
  const line = http(endpoint, options)
  return {
    ...line,
    send({ identity: _, ...issue }, attachments, given) {
      return line.send(issue as Parameters<Forwarder['send']>[0], attachments, given)
    },
  }
}
