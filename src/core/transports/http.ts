import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { exchange } from './exchange.ts'
import { multipart } from './multipart.ts'
import { readReceipt } from './read-receipt.ts'
import { readThread } from './read-thread.ts'
import { TransportError, type Transport } from './transport.ts'

// Taken at load: the page may patch it later.
const platformFetch = globalThis.fetch

export interface HttpOptions {
  /** What counts as accepted. Default `receipt`: 2xx, JSON, names the issue. With `2xx` a captive portal can pass for success. */
  accept?: 'receipt' | '2xx'
  /** Default: the platform's, as it was when this module was loaded. */
  fetch?: typeof globalThis.fetch
  /** Sent with every request; ours win. */
  headers?: Record<string, string>
  /**
   * A fresh, short-lived token signed by the site, asked for with every attempt and once more after 401 or 403.
   * Travels as the header `Earshot-Identity`, because the issue's own bytes are frozen; never stored. Empty means nobody.
   * Not asked for a gap (`kind: "gap"`): that is nobody's.
   */
  identity?: () => Promise<string>
  /** Milliseconds for one request with its answer. Default 30,000. */
  timeout?: number
  /** Default `omit`: no cookie leaves, and the backend needs no `Access-Control-Allow-Credentials`. */
  credentials?: RequestCredentials
  clock?: Clock
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

/**
 * Carries issues over HTTP as the protocol in the documentation has it: one POST, JSON or multipart, one key for life.
 * Every attempt sends the same bytes. Redirects are refused: a login page is not a receipt.
 * @param endpoint made absolute at once.
 * @throws {EarshotError} `transport/no-endpoint`.
 */
export function http(endpoint: string | URL, options: HttpOptions = {}): Transport {
  const base = absolute(endpoint)
  const { accept = 'receipt', identity, headers: extra, clock = systemClock } = options
  const { fetch = platformFetch, timeout = 30_000, credentials = 'omit' } = options
  const settings = { fetch, timeout, credentials, clock }
  const isoNow = () => new Date(clock.now()).toISOString()

  const under = (...path: string[]) => {
    const url = new URL(base)
    url.pathname = [base.pathname.replace(/\/$/, ''), ...path.map(encodeURIComponent)].join('/')
    return url
  }
  const headersOf = (own: Record<string, string | undefined>) => {
    const headers = new Headers(extra)
    headers.set('Accept', 'application/json')
    for (const name of Object.keys(own)) if (own[name]) headers.set(name, own[name])
    return headers
  }
  const bearer = ({ token }: Receipt) => token && 'Bearer ' + token
  const foreign = (what: string) =>
    new TransportError('transport/not-a-receipt', `${base.href} answered 2xx, but not with ${what}`, { retry: 'later' })
  const tokenOf = async (ask: () => Promise<string>) => {
    try {
      return await ask()
    } catch (error) {
      throw new TransportError('transport/no-identity', `The identity callback failed: ${messageOf(error)}`, { retry: 'later' })
    }
  }

  return {
    async send(issue, attachments, { signal }) {
      const { id } = issue
      const asked = issue.kind === 'gap' ? undefined : identity
      const json = stringify(issue)
      const { body, type } = attachments.length > 0 ? multipart(id, json, attachments) : { body: json, type: 'application/json' }
      const post = async () =>
        exchange(
          base,
          { method: 'POST', headers: headersOf({ 'Content-Type': type, 'Idempotency-Key': id, 'Earshot-Identity': asked && (await tokenOf(asked)) }), body },
          signal,
          settings,
        )
      const said = await post().catch((error: TransportError) => {
        if (asked && error.code === 'transport/unauthorized') return post()
        throw error
      })
      const receipt = readReceipt(said, id, isoNow())
      if (receipt) return receipt
      if (accept === '2xx') return { id, reference: id, acceptedAt: isoNow() }
      throw foreign('JSON that names the issue in "id" and has a "reference". If your backend cannot, set accept: "2xx"')
    },

    async thread(receipt, { signal }) {
      const { id } = receipt
      const said = await exchange(under(id), { method: 'GET', headers: headersOf({ Authorization: bearer(receipt) }) }, signal, settings)
      const thread = readThread(said, id)
      if (thread) return thread
      throw foreign('the thread of this issue')
    },

    async reply(receipt, message, { signal }) {
      const said = await exchange(
        under(receipt.id, 'messages'),
        {
          method: 'POST',
          headers: headersOf({ 'Content-Type': 'application/json', 'Idempotency-Key': message.id, Authorization: bearer(receipt) }),
          body: stringify(message),
        },
        signal,
        settings,
      )
      if (accept === 'receipt' && !isRecord(said)) throw foreign('JSON')
    },
  }
}
