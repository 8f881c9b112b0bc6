import { messageOf } from '../support/errors.ts'
import type { Clock } from '../support/clock.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { bodyOf, openLine } from './http-line.ts'
import type { KnownThreads } from './http-thread.ts'
import { readReceipt } from './read-receipt.ts'
import { TransportError, type Transport } from './transport.ts'

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
  /** Milliseconds for one small request with its answer. Default 30,000; for each 16 kB of a body there is a second more. */
  timeout?: number
  /** Default `omit`: no cookie leaves, and the backend needs no `Access-Control-Allow-Credentials`. */
  credentials?: RequestCredentials
  clock?: Clock
}

/** What stands in a header must not end it, nor the list that it is part of: an issue must never fail to go for an earlier one's token. */
const fits = (token: string | undefined) => token !== undefined && /^[!-+\--~]+$/.test(token)

/**
 * Carries issues over HTTP as the protocol in the documentation has it: one POST, JSON or multipart, one key for life.
 * Every attempt sends the same bytes. Redirects are refused: a login page is not a receipt.
 * What follows an issue is fetched when it is first needed.
 * @param endpoint made absolute at once.
 * @throws {EarshotError} `transport/no-endpoint`.
 */
export function http(endpoint: string | URL, options: HttpOptions = {}): Transport {
  const { accept = 'receipt', identity } = options
  const line = openLine(endpoint, options)
  const threads: KnownThreads = new Map()
  const thread = () => arrived(import('./http-thread.ts'))
  const cases = () => arrived(import('./http-cases.ts'))

  return {
    async send(issue, attachments, { signal, earlier = [], after }) {
      const { id } = issue
      const { body, headers } = bodyOf('issue', id, stringify(issue), attachments)
      const tokens = earlier.map(({ token }) => token).filter(fits).join(', ')
      const { said } = await line.identified(issue.kind === 'gap' ? undefined : identity, token =>
        line.call({ method: 'POST', headers: { ...headers, 'Earshot-Identity': token, 'Earshot-Earlier': tokens }, body, signal }))
      const receipt = readReceipt(said, id, line.isoNow())
      // The issue is in, whatever becomes of this.
      if (receipt && isRecord(said) && said.challenge) void import('./proof.ts').then(({ prove }) => prove(line, receipt, said.challenge, after)).catch(() => {})
      if (receipt) return receipt
      if (accept === '2xx') return { id, reference: id, acceptedAt: line.isoNow() }
      throw line.foreign('JSON that names the issue in "id" and has a "reference". If your backend cannot, set accept: "2xx"')
    },

    thread: async (...given) => (await thread()).thread(line, threads, ...given),
    reply: async (...given) => (await thread()).reply(line, ...given),
    watch: async (...given) => (await arrived(import('./http-watch.ts'))).watch(line, ...given),
    requests: async given => (identity ? (await cases()).requests(line, identity, given) : []),
    people: async given => (await cases()).people(line, given),
    share: async (...given) => (await cases()).share(line, ...given),
    unshare: async (...given) => (await cases()).unshare(line, ...given),
    open: async (...given) => (await cases()).open(line, ...given),
  }
}

/** A part that did not arrive may well arrive another time. */
async function arrived<T>(part: Promise<T>): Promise<T> {
  try {
    return await part
  } catch (error) {
    throw new TransportError('transport/unreachable', `A part of the transport could not be fetched: ${messageOf(error)}`, { retry: 'later' })
  }
}
