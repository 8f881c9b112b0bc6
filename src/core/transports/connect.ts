import type { Clock } from '../support/clock.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { noRedirect } from '../support/no-redirect.ts'
import { timeToSend } from '../support/time-to-send.ts'
import { bytesOf } from './bytes-of.ts'
import { TransportError } from './transport.ts'

const redirect = noRedirect()

export interface Exchange {
  fetch: typeof globalThis.fetch
  clock: Clock
  /** Milliseconds for the whole exchange, the answer's last byte included; a body's own time comes on top. */
  timeout: number
  credentials: RequestCredentials
}

export interface Asked { method: string; headers: Headers; body?: BodyInit }

/**
 * One request, from its beginning to its end: `use` makes of the answer what it will, and with it the connection is over.
 * It keeps to the `limit`, in milliseconds: longer for a large body.
 * @throws {TransportError} with a verdict, whatever went wrong; what `use` throws as one stays as it is.
 */
export async function connect<T>(
  url: URL,
  { method, headers, body }: Asked,
  signal: AbortSignal,
  { fetch, timeout, credentials }: Exchange,
  use: (answer: Promise<Response>, limit: number) => Promise<T>,
): Promise<T> {
  const where = url.origin + url.pathname
  const limit = timeToSend(timeout, bytesOf(body))
  const controller = new AbortController()
  const abort = () => controller.abort()
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  // Without a prototype: what a page hangs on `Object.prototype` must not become a setting of the request.
  const init = {
    __proto__: null, method, headers, credentials,
    ...(body && { body }), cache: 'no-store', redirect, referrerPolicy: 'strict-origin', signal: controller.signal,
  } as RequestInit
  try {
    return await use((async () => fetch(url.href, init))(), limit)
  } catch (error) {
    if (error instanceof TransportError) throw error
    const late = error instanceof EarshotError
    throw new TransportError(
      late ? 'transport/timeout' : 'transport/unreachable',
      late
        ? `No answer from ${where} within ${error.details.ms ?? limit} ms`
        : `No answer from ${where} (${messageOf(error)}): offline, or refused by CORS, by the page's Content-Security-Policy ` +
          '(connect-src), by a redirect or by an extension. The issue is kept; see the network panel',
      { retry: 'later' },
    )
  } finally {
    signal.removeEventListener('abort', abort)
    abort()
  }
}
