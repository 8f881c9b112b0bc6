import type { Attachment } from '../issue/issue.ts'
import { toBase64 } from '../support/base64.ts'
import { systemClock } from '../support/clock.ts'
import { stringify } from '../support/stringify.ts'
import { timeToSend } from '../support/time-to-send.ts'
import type { HttpOptions } from './http.ts'
import { readWord, tokensOf } from './read-word.ts'
import { refuseHeavier } from './refuse-heavier.ts'
import { TransportError, type Transport } from './transport.ts'
import { untilWord } from './until-word.ts'
import { expectOption } from './wrong-option.ts'

/** Whatever takes a message: a MessagePort, a window, or what a native shell puts into the page. */
export interface MessageTarget { postMessage(message: string, targetOrigin?: never): unknown }

/** Whatever messages are heard at: a MessagePort, a window. */
export interface MessageSource {
  addEventListener(type: 'message', listener: (event: { data?: unknown; origin?: string; source?: unknown }) => void): void
  removeEventListener(type: 'message', listener: (event: { data?: unknown; origin?: string; source?: unknown }) => void): void
}

export interface PostMessageOptions extends Pick<HttpOptions, 'timeout' | 'clock'> {
  /** Where answers are heard. Default: at the target itself, if it can be listened to; else only what `postMessage` returns counts. */
  listen?: MessageSource
  /**
   * With `listen`, for a window: its exact origin. The message goes to no other, and only its own answers count.
   * `"app"`: the shell itself dispatches the event into the page, so that it has no origin and no source, which no frame can forge.
   */
  origin?: string
  /** Files of one issue together, in bytes, before they become base64; more is refused, never cut. Default 10 MiB. */
  mostBytes?: number
}

/**
 * Hands each issue to whoever the page lives in: a native shell, or the page around a frame. One message for one issue, a JSON text,
 * because that is what every shell takes: `{ type: "issue", id, issue, files: [{ id, name, type, size, base64 }], earlier? }`. The
 * answer comes as a message, as what `postMessage` returns, or as what its promise becomes, and says
 * `{ type: "receipt", id, reference, … }` or `{ type: "error", id, retry?, retryAfter?, detail?, pointer? }`; all else is left alone.
 * Of an answer only a receipt's own fields are read; no setting, no session and no code ever comes from a message.
 *
 * A message has no status and no keys: keep `id`, and answer the same issue with the same receipt. There are no threads this way.
 * How to pass each shell's object stands in docs/sockets-and-shells.md. Checked 2026-11-22: Android's `addWebMessageListener`, whose
 * object has `postMessage` and can be listened to (https://developer.android.com/reference/androidx/webkit/WebViewCompat) · React Native,
 * one text only (https://github.com/react-native-webview/react-native-webview/blob/master/docs/Guide.md) · that a
 * WKScriptMessageHandlerWithReply makes `postMessage` return a promise was read in what others built on it, not at Apple's.
 * @throws {EarshotError} `transport/wrong-option`: no target; a window without an exact `origin`; `listen` without one.
 */
export function postMessage(target: MessageTarget, options: PostMessageOptions = {}): Transport {
  const { origin, timeout = 30_000, clock = systemClock, mostBytes = 10 * 2 ** 20 } = options
  expectOption(typeof target?.postMessage === 'function', 'target', 'something with postMessage', target)
  const window = isWindow(target)
  expectOption(origin === undefined ? !window && !options.listen : exact(origin, window), 'origin', 'the exact origin of the window (https://app.example), or "app" for a shell', origin)
  const own = !window && 'addEventListener' in target ? (target as MessageTarget & MessageSource) : undefined
  const heardAt = options.listen ?? own
  expectOption(!window || heardAt !== undefined, 'listen', 'the window in which the answers arrive', options.listen)
  const where = window ? origin! : 'the shell'

  return {
    send: async (issue, attachments, { signal, earlier = [] }) => {
      const { id } = issue
      refuseHeavier(where, attachments, mostBytes)
      const tokens = tokensOf(earlier)
      const message = stringify({ type: 'issue', id, issue, files: attachments.map(written), ...(tokens.length > 0 && { earlier: tokens }) })
      return untilWord(
        ({ done, fail }) => {
          const read = (said: unknown) => {
            try {
              const receipt = readWord(said, id, new Date(clock.now()).toISOString(), where)
              if (receipt) done(receipt)
              return receipt !== undefined
            } catch (error) {
              fail(error)
              return true
            }
          }
          const hear = (event: { data?: unknown; origin?: string; source?: unknown }) => {
            const theirs = heardAt === own || (window ? event.source === target && event.origin === origin : !event.source && !event.origin)
            if (theirs) read(event.data)
          }
          // Without a listener nothing else can come.
          const last = (said: unknown) => void (read(said) || heardAt || fail(nothing(where)))
          heardAt?.addEventListener('message', hear)
          if (own && 'start' in own) (own as unknown as MessagePort).start()
          try {
            const returned = window ? target.postMessage(message, origin as never) : target.postMessage(message)
            if (isThenable(returned)) returned.then(last, fail)
            else if (returned !== undefined || !heardAt) last(returned)
          } catch (error) {
            fail(error)
          }
          return () => heardAt?.removeEventListener('message', hear)
        },
        // It is the shell's line that is slow, and it answers when it has sent it on.
        { signal, timeout: timeToSend(timeout, message.length), clock, where },
      )
    },
  }
}

const nothing = (where: string) => new TransportError('transport/not-a-receipt', `${where} took the issue, but returned no receipt for it`, { retry: 'later' })

const isThenable = (value: unknown): value is PromiseLike<unknown> => typeof (value as PromiseLike<unknown> | null)?.then === 'function'

// `window.window` may be read from any origin; nothing else has itself under that name.
const isWindow = (target: MessageTarget): boolean => (target as MessageTarget & { window?: unknown }).window === target

function exact(origin: string, window: boolean): boolean {
  if (!window) return origin === 'app'
  try {
    return new URL(origin).origin === origin
  } catch {
    return false
  }
}

const written = ({ id, name, type, size, bytes }: Attachment): object => ({ id, name, type, size, base64: toBase64(new Uint8Array(bytes)) })
