import type { Issue } from '../../core/issue/issue.ts'
import { ask, inOwnWords, type OwnWords, type ServiceOptions } from '../../core/transports/ask.ts'
import type { Answer } from '../../core/transports/exchange.ts'
import { openLine } from '../../core/transports/http-line.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { httpAddress } from './http-address.ts'

/** What every forwarder to somebody else's service may be told. */
export interface ForwarderOptions extends ServiceOptions {
  /** Where the staff open the case: the address of your inbox. Without one the text names no address. */
  caseUrl?: (issue: Issue) => string
}

export interface ServiceCall {
  /** Default `GET`, with a body `POST`. */
  method?: string
  /** Below the base, each part escaped by the caller. */
  path?: string
  query?: Record<string, string | number | undefined>
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
  signal: AbortSignal
  /** The longest answer, in bytes. */
  most?: number
  /** Only looks something up, so that a refusal says nothing about the issue: it is never final. Default for `GET`. */
  asks?: boolean
}

export interface Service {
  /** Resolves for 2xx. @throws {TransportError} with a verdict, naming the service and never its address, which may be the secret. */
  call(call: ServiceCall): Promise<Answer>
  /** The answer was a success, but not the service's. */
  foreign(expected: string): TransportError
  now(): number
  isoNow(): string
}

interface ServiceInit extends ServiceOptions {
  /** As it is called in errors. */
  name: string
  base: string
  /** With every call; secrets belong here. */
  headers?: Record<string, string>
  /** Reads the service's own refusal. */
  words?: (said: unknown, answer: Response, now: number) => OwnWords
}

/** The same error, naming the service instead of its address. */
export const withoutAddress = (error: TransportError, name: string, own: OwnWords = {}): TransportError =>
  error.status === undefined
    ? new TransportError(error.code, `No answer from ${name}`, { retry: error.retry, ...(error.afterMs && { afterMs: error.afterMs }) })
    : inOwnWords(error, own, name)

/** How a forwarder speaks to one service. @throws {EarshotError} `transport/wrong-option` for a base that is no http(s) address. */
export function openService({ name, base, headers = {}, words, fetch, timeout, clock }: ServiceInit): Service {
  expectOption(httpAddress(base) !== undefined, `The address of ${name}`, 'an http(s) address', 'something else, not shown because it may be a secret')
  const options = { ...(fetch && { fetch }), ...(timeout && { timeout }), ...(clock && { clock }) }
  const { settings } = openLine(base, options)
  const now = () => settings.clock.now()

  return {
    async call({ path = '', query = {}, json, body = json === undefined ? undefined : JSON.stringify(json), signal, most, ...call }) {
      const method = call.method ?? (body === undefined ? 'GET' : 'POST')
      const url = new URL(base.replace(/\/$/, '') + path)
      for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value))
      const line = openLine(url, { ...options, headers: { ...headers, ...call.headers } })
      const given = {
        method,
        headers: { Accept: headers['Accept'] ?? 'application/json', ...(json !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body }),
        ...(most !== undefined && { most }),
        signal,
      }
      return ask(line, given, words && ((said, answer) => words(said, answer, now()))).catch((error: unknown) => {
        if (!(error instanceof TransportError)) throw error
        throw withoutAddress(error, name, (call.asks ?? method === 'GET') ? { retry: 'later' } : {})
      })
    },
    foreign: expected => new TransportError('transport/not-a-receipt', `${name} answered 2xx, but not with ${expected}`, { retry: 'later' }),
    now,
    isoNow: () => new Date(now()).toISOString(),
  }
}
