import type { Attachment } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock } from '../support/clock.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { connect, type Exchange } from './connect.ts'
import { exchange, type Answer } from './exchange.ts'
import type { HttpOptions } from './http.ts'
import { multipart } from './multipart.ts'
import { TransportError } from './transport.ts'

// Taken at load: the page may patch it later.
const platformFetch = globalThis.fetch

export interface Call {
  /** Below the endpoint; default: the endpoint itself. */
  path?: readonly string[]
  /** Default `GET`. */
  method?: string
  /** Those without a value are left out. */
  headers?: Record<string, string | undefined>
  body?: BodyInit
  signal: AbortSignal
  /** The longest answer, in bytes. */
  most?: number
}

/** How everything the protocol says is said: to one endpoint, in one manner, within the same limits. */
export interface Line {
  readonly options: HttpOptions
  readonly settings: Exchange
  isoNow(): string
  /** @throws {TransportError} */
  call(call: Call): Promise<Answer>
  /** The same without reading the answer: `use` does, within so many milliseconds. */
  open<T>(call: Call, use: (answer: Promise<Response>, limit: number, where: string) => Promise<T>): Promise<T>
  /** Calls with a fresh token of the site's, and once more after 401 or 403. An empty one is none. */
  identified<T>(identity: HttpOptions['identity'], call: (token: string | undefined) => Promise<T>): Promise<T>
  /** The answer was a success, but not the backend's. */
  foreign(what: string): TransportError
}

function absolute(endpoint: string | URL): URL {
  try {
    // Against the page's own address and now, so that no <base> sends it to another host.
    const url = new URL(endpoint, globalThis.location?.href)
    if (/^https?:$/.test(url.protocol) && !url.username && !url.password) return url
  } catch {}
  throw new EarshotError(
    'transport/no-endpoint',
    `The endpoint must be an http(s) address without user or password, absolute or relative to the page; got ${messageOf(endpoint)}`,
  )
}

export const bearer = ({ token }: Receipt): { Authorization?: string } => (token ? { Authorization: 'Bearer ' + token } : {})

/** The body of what is sent under one key for life: JSON, with files beside it where there are any. */
export function bodyOf(name: 'issue' | 'message', id: string, json: string, files: readonly Attachment[]) {
  const { body, type } = files.length > 0 ? multipart(name, id, json, files) : { body: json, type: 'application/json' }
  return { body, headers: { 'Content-Type': type, 'Idempotency-Key': id } }
}

/** @throws {EarshotError} `transport/no-endpoint`. */
export function openLine(endpoint: string | URL, options: HttpOptions): Line {
  const base = absolute(endpoint)
  const { fetch = platformFetch, timeout = 30_000, credentials = 'omit', clock = systemClock, headers: extra } = options
  const settings: Exchange = { fetch, timeout, credentials, clock }

  const under = (path: readonly string[]) => {
    const url = new URL(base)
    if (path.length > 0) url.pathname = [base.pathname.replace(/\/$/, ''), ...path.map(encodeURIComponent)].join('/')
    return url
  }
  const asked = ({ method = 'GET', headers: own = {}, body }: Call) => {
    const headers = new Headers(extra)
    headers.set('Accept', 'application/json')
    for (const name of Object.keys(own)) if (own[name]) headers.set(name, own[name])
    return { method, headers, ...(body !== undefined && { body }) }
  }
  const tokenOf = async (ask: () => Promise<string>) => {
    try {
      return await ask()
    } catch (error) {
      throw new TransportError('transport/no-identity', `The identity callback failed: ${messageOf(error)}`, { retry: 'later' })
    }
  }

  return {
    options,
    settings,
    isoNow: () => new Date(clock.now()).toISOString(),
    call: async call => exchange(under(call.path ?? []), asked(call), call.signal, settings, call.most),
    async open(call, use) {
      const url = under(call.path ?? [])
      return connect(url, asked(call), call.signal, settings, (answer, limit) => use(answer, limit, url.origin + url.pathname))
    },
    async identified(identity, call) {
      const attempt = async () => call(identity && (await tokenOf(identity)))
      return attempt().catch((error: TransportError) => {
        if (identity && error.code === 'transport/unauthorized') return attempt()
        throw error
      })
    },
    foreign: what => new TransportError('transport/not-a-receipt', `${base.href} answered 2xx, but not with ${what}`, { retry: 'later' }),
  }
}
