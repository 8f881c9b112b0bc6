import type { Attachment } from '../../core/issue/issue.ts'
import { ask } from '../../core/transports/ask.ts'
import { at } from '../../core/transports/fill.ts'
import { openLine } from '../../core/transports/http-line.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { toBase64 } from '../../core/support/base64.ts'
import { stringify } from '../../core/support/stringify.ts'
import { encode, sha256 } from '../bytes.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { httpAddress } from '../forwarding/http-address.ts'
import type { ForwarderOptions } from '../forwarding/service.ts'
import { fromBase64, hmacSha256 } from '../forwarding/signature.ts'
import { webhookNews } from '../forwarding/webhook-news.ts'

export interface WebhookOptions extends ForwarderOptions {
  url: string
  /** `whsec_` and 24 to 64 random bytes in base64. Several while one is on its way out: each signs. */
  secret: string | readonly string[]
  /** For a system of your own within the house: `http://` is then possible, and nothing is encrypted. */
  unencrypted?: true
  /**
   * Bytes of files that may travel along, in base64. Default 4 MiB; 0 for none. What is larger is described, and stays with the receiver;
   * so do all of them where the other side answers 413.
   */
  files?: number
  /** `whsec_…`, the other side's: with it, that side tells what became of an issue. Without one nothing comes back. */
  hookSecret?: string
}

const keyOf = (secret: string) => (/^whsec_/.test(secret) ? fromBase64(secret.slice(6)) : undefined)

/**
 * A signed webhook as Standard Webhooks has it: `issue.created` and `message.created`, with everything that was said as JSON.
 * `webhook-id` is the same for each attempt and never the customer's word: whoever keeps it has one effect, whatever is lost on the way.
 * Any 2xx counts, whatever it says: so has the standard it, and so a login page can pass for success, though never a redirect.
 * Not: addresses of files. They lie with the receiver, and only its inbox gives them out.
 * Checked 2026-11-22: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * Signed by WebCrypto: the package `standardwebhooks` brings a SHA-256 of its own and Base64 for the same three lines; the tests verify with it.
 */
export function webhook({ url, secret, unencrypted, files: most = 4 * 2 ** 20, hookSecret, caseUrl, ...options }: WebhookOptions): Forwarder {
  const address = httpAddress(url)
  const expected = 'an https address; http only with unencrypted: true'
  expectOption(address !== undefined && (unencrypted || address.startsWith('https:')), 'url', expected, 'something else, not shown because it may be a secret')
  const keys = [secret].flat().map(keyOf)
  expectOption(keys.length > 0 && keys.every(key => key && key.length >= 24 && key.length <= 64), 'secret', 'whsec_ and 24 to 64 bytes in base64', 'something else')
  expectOption(hookSecret === undefined || keyOf(hookSecret) !== undefined, 'hookSecret', 'whsec_ and base64', 'something else')
  const line = openLine(url, options)

  function encoded(files: readonly Attachment[], room: number) {
    let left = room
    return files.map(({ bytes, ...info }) => {
      if (bytes.byteLength > left) return info
      left -= bytes.byteLength
      return { ...info, base64: toBase64(new Uint8Array(bytes)) }
    })
  }

  async function tell(key: string, event: { type: string; timestamp: string; data: object }, signal: AbortSignal) {
    const body = stringify(event)
    // Hashed, because no part of what is signed may hold a full stop of somebody else's.
    const id = `msg_${(await sha256(encode(key))).slice(0, 40)}`
    const timestamp = String(Math.floor(line.settings.clock.now() / 1_000))
    const data = encode(`${id}.${timestamp}.${body}`)
    const signatures = await Promise.all(keys.map(async key => `v1,${toBase64(await hmacSha256(key!, data))}`))
    const headers = {
      'Content-Type': 'application/json', 'User-Agent': 'earshot',
      'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' '),
    }
    const { said } = await ask(line, { headers, body, signal }, (_, { status }) => (status === 410 ? { retry: 'never', code: 'transport/gone' } : {}))
      .catch(nameless)
    return { id, said }
  }

  /** What is too large with its files goes without their bytes: they lie with the receiver, and the words must not wait for them. */
  async function deliver(key: string, event: { type: string; timestamp: string; data: object }, files: readonly Attachment[], signal: AbortSignal) {
    const withFiles = (room: number) => tell(key, { ...event, data: { ...event.data, files: encoded(files, room) } }, signal)
    return withFiles(most).catch((error: { code?: string }) => {
      if (error.code !== 'transport/too-large' || most === 0 || files.length === 0) throw error
      return withFiles(-1)
    })
  }

  return {
    async send(issue, attachments, { signal }) {
      const shown = caseUrl?.(issue)
      const event = { type: 'issue.created', timestamp: issue.createdAt, data: { issue, ...(shown && { caseUrl: shown }) } }
      const { id, said } = await deliver(`issue ${issue.id}`, event, attachments, signal)
      const [reference, link] = [at(said, 'reference'), httpAddress(at(said, 'url') as string | undefined)]
      return {
        id: issue.id,
        reference: typeof reference === 'string' && reference ? reference.slice(0, 200) : id,
        ...(link && { url: link }),
        acceptedAt: line.isoNow(),
      }
    },

    async reply({ id, reference }, message, { signal, attachments = [] }) {
      const event = { type: 'message.created', timestamp: message.at, data: { issue: id, reference, message } }
      await deliver(`message ${id} ${message.id}`, event, attachments, signal)
    },

    ...(hookSecret && { hook: (request: Request, body: Uint8Array) => webhookNews(hookSecret, request, body, line.settings.clock.now()) }),
  }
}

/** Its address may hold a secret, and what went wrong is read by more people than the settings. */
function nameless(error: unknown): never {
  if (!(error instanceof TransportError)) throw error
  const { code, retry, status, detail, afterMs } = error
  const said = status === undefined ? 'No answer from the webhook' : `The webhook answered ${status}${detail ? `: ${detail}` : ''}`
  throw new TransportError(code, said, { retry, ...(status !== undefined && { status }), ...(detail && { detail }), ...(afterMs && { afterMs }) })
}
