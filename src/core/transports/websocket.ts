import { bytesIn } from '../issue/bytes-in.ts'
import { systemClock } from '../support/clock.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { stringify } from '../support/stringify.ts'
import { timeToSend } from '../support/time-to-send.ts'
import type { HttpOptions } from './http.ts'
import { readWord, tokensOf } from './read-word.ts'
import { refuseHeavier } from './refuse-heavier.ts'
import { TransportError, type Transport } from './transport.ts'
import { untilWord } from './until-word.ts'

// Taken at load: the page may patch it later.
const PlatformSocket = globalThis.WebSocket

export interface WebSocketOptions extends Pick<HttpOptions, 'timeout' | 'clock'> {
  /** Subprotocols to offer, as `new WebSocket` takes them. */
  protocols?: string | string[]
  /** Files of one issue together, in bytes; more is refused, never cut. Default 25 MiB. */
  mostBytes?: number
  /** Default: the platform's, as it was when this module was loaded. */
  WebSocket?: typeof globalThis.WebSocket
}

/**
 * Carries each issue over a WebSocket of its own, opened for one attempt and closed after it, so that nothing is held between two.
 * The protocol is this project's, in docs/sockets-and-shells.md; it is whatever you write on the other side:
 * - to you: one text frame `{ type: "issue", id, issue, files, earlier? }`, then for each id in `files` one binary frame, in that order
 * - from you: one text frame `{ type: "receipt", id, reference, … }`, or `{ type: "error", id, retry?, retryAfter?, detail?, pointer? }`
 *
 * A socket has no status and no keys: keep `id`, and answer the same issue with the same receipt, else it may be there twice.
 * Closing without a word is "another time", but 1009 (too big) is "never". Frames about anything else are left alone.
 * There are no threads this way. A browser sends no header of yours with it: who may connect, tell by `Origin` or by the address.
 * @param url `ws:` or `wss:`, or `http(s):` for the same; relative to the page.
 * @throws {EarshotError} `transport/no-endpoint`.
 */
export function webSocket(url: string | URL, options: WebSocketOptions = {}): Transport {
  const address = absolute(url)
  const where = address.origin + address.pathname
  const { WebSocket: Socket = PlatformSocket, protocols = [], timeout = 30_000, clock = systemClock, mostBytes = 25 * 2 ** 20 } = options

  return {
    send: async (issue, attachments, { signal, earlier = [] }) => {
      const { id } = issue
      refuseHeavier(where, attachments, mostBytes)
      const tokens = tokensOf(earlier)
      const files = attachments.map(file => file.id)
      const frame = stringify({ type: 'issue', id, issue, files, ...(tokens.length > 0 && { earlier: tokens }) })
      return untilWord(
        ({ done, fail }) => {
          const socket = new Socket(address, protocols)
          socket.onopen = () => {
            socket.send(frame)
            for (const { bytes } of attachments) socket.send(bytes)
          }
          socket.onmessage = ({ data }: MessageEvent<unknown>) => {
            try {
              const receipt = readWord(data, id, new Date(clock.now()).toISOString(), where)
              if (receipt) done(receipt)
            } catch (error) {
              fail(error)
            }
          }
          // What went wrong is told to no script. Not every engine lets a close follow where the line could not be opened.
          socket.onerror = () => fail(closed(where, 1006, ''))
          socket.onclose = ({ code, reason }: CloseEvent) => fail(closed(where, code, reason))
          return () => socket.close()
        },
        { signal, timeout: timeToSend(timeout, frame.length + bytesIn(attachments)), clock, where },
      )
    },
  }
}

// https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 and IANA's registry of close codes.
const codes: Record<number, string | undefined> = { 1008: 'unauthorized', 1009: 'too-large', 1012: 'busy', 1013: 'busy', 3000: 'unauthorized', 3003: 'unauthorized' }

function closed(where: string, code: number, reason: string): TransportError {
  const message = `${where} closed the connection without a receipt (${code}${reason ? `: ${reason}` : ''})`
  return new TransportError(`transport/${codes[code] ?? 'unreachable'}`, message, {
    retry: code === 1009 ? 'never' : 'later',
    ...(reason && { detail: reason }),
  })
}

function absolute(url: string | URL): URL {
  try {
    // Against the page's own address and now, so that no <base> sends it to another host.
    const address = new URL(url, globalThis.location?.href)
    address.protocol = address.protocol.replace(/^http/, 'ws')
    if (/^wss?:$/.test(address.protocol) && !address.username && !address.password && !address.hash) return address
  } catch {}
  throw new EarshotError(
    'transport/no-endpoint',
    `The address must be a ws(s) or http(s) one without user, password or fragment, absolute or relative to the page; got ${messageOf(url)}`,
  )
}
