import { deadline } from '../../core/support/deadline.ts'
import { inOwnWords, type ServiceOptions } from '../../core/transports/ask.ts'
import { openLine } from '../../core/transports/http-line.ts'
import { answerLimit, readLimited } from '../../core/transports/read-limited.ts'
import { refusal } from '../../core/transports/refusal.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { httpAddress } from './http-address.ts'
import { withoutAddress } from './service.ts'

export interface WebhookService {
  /** Resolves with the text of a 2xx. @throws {TransportError} with a verdict, and never with the address. */
  post(json: unknown, signal: AbortSignal): Promise<{ status: number; text: string }>
  foreign(expected: string): TransportError
  isoNow(): string
}

/**
 * An address that takes JSON and answers with a word, not with JSON. Whoever knows it may post there: it is a secret.
 * @throws {EarshotError} `transport/wrong-option` for no http(s) address.
 */
export function openWebhook({ name, address, fetch, timeout, clock }: ServiceOptions & { name: string; address: string }): WebhookService {
  expectOption(httpAddress(address) !== undefined, `The webhook of ${name}`, 'an http(s) address', 'something else, not shown because it may be the secret')
  const line = openLine(address, { ...(fetch && { fetch }), ...(timeout && { timeout }), ...(clock && { clock }) })
  const { settings } = line
  return {
    async post(json, signal) {
      const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json), signal }
      const talk = async (fetched: Promise<Response>) => {
        const answer = await fetched
        const text = (await readLimited(answer, answerLimit)).trim()
        if (answer.ok) return { status: answer.status, text }
        // A word of the service's, or a whole page of a proxy's.
        const detail = /^[^<]{1,300}$/.test(text) ? text : undefined
        throw inOwnWords(refusal(answer, undefined, name, settings.clock.now()), detail ? { detail } : {}, name)
      }
      return line.open(call, (fetched, limit) => deadline(talk(fetched), limit, 'transport/timeout', settings.clock)).catch((error: unknown) => {
        throw error instanceof TransportError ? withoutAddress(error, name) : error
      })
    },
    foreign: expected => new TransportError('transport/not-a-receipt', `${name} answered 2xx, but not with ${expected}`, { retry: 'later' }),
    isoNow: line.isoNow,
  }
}
