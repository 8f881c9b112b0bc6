import type { Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { readLimited } from './read-limited.ts'
import { retryAfter } from './retry-after.ts'
import { TransportError } from './transport.ts'
import { verdict } from './verdict.ts'

export interface Exchange {
  fetch: typeof globalThis.fetch
  clock: Clock
  /** Milliseconds for the whole exchange, the answer's last byte included. */
  timeout: number
  credentials: RequestCredentials
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

function refusal(answer: Response, said: unknown, where: string, now: number): TransportError {
  const { status, headers } = answer
  const { retry, code } = verdict(status)
  const problem = isRecord(said) ? said : {}
  const [first] = Array.isArray(problem.errors) ? problem.errors.filter(isRecord) : []
  const detail = text(problem.detail) ?? text(first?.detail) ?? text(problem.title)
  // RFC 9457 writes a pointer as a fragment.
  const pointer = (text(first?.pointer) ?? text(problem.pointer))?.replace(/^#/, '')
  const afterMs = retryAfter(headers.get('Retry-After'), headers.get('Date'), now)
  return new TransportError(code, `${where} answered ${status}${detail ? `: ${detail}` : ''}`, {
    retry,
    status,
    ...(detail && { detail: detail.slice(0, 1_000) }),
    ...(pointer && { pointer }),
    ...(afterMs && { afterMs }),
  })
}

/**
 * One request and its whole answer; resolves with the answer's JSON (undefined when it is not JSON) for 2xx.
 * @throws {TransportError} with a verdict for everything else: other statuses, no answer, one too late or too long.
 */
export async function exchange(
  url: URL,
  { method, headers, body }: { method: string; headers: Headers; body?: BodyInit },
  signal: AbortSignal,
  { fetch, clock, timeout, credentials }: Exchange,
): Promise<unknown> {
  const where = url.origin + url.pathname
  const controller = new AbortController()
  const abort = () => controller.abort()
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  // Without a prototype: what a page hangs on `Object.prototype` must not become a setting of the request.
  const init = {
    __proto__: null, method, headers, credentials,
    ...(body && { body }), cache: 'no-store', redirect: 'error', referrerPolicy: 'strict-origin', signal: controller.signal,
  } as RequestInit
  const talk = async () => {
    const answer = await fetch(url.href, init)
    const json = /^\s*application\/([\w.-]+\+)?json\b/i.test(answer.headers.get('Content-Type') ?? '')
    const said = await readLimited(answer)
      .then(text => (json ? (JSON.parse(text) as unknown) : undefined))
      .catch(() => undefined)
    if (!answer.ok) throw refusal(answer, said, where, clock.now())
    return said
  }
  try {
    return await deadline(talk(), timeout, 'transport/timeout', clock)
  } catch (error) {
    if (error instanceof TransportError) throw error
    const late = error instanceof EarshotError
    throw new TransportError(
      late ? 'transport/timeout' : 'transport/unreachable',
      late
        ? `No answer from ${where} within ${timeout} ms`
        : `No answer from ${where} (${messageOf(error)}): offline, or refused by CORS, by the page's Content-Security-Policy ` +
          '(connect-src), by a redirect or by an extension. The issue is kept; see the network panel',
      { retry: 'later' },
    )
  } finally {
    signal.removeEventListener('abort', abort)
    abort()
  }
}
