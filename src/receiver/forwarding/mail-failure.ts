import { EarshotError, messageOf } from '../../core/support/errors.ts'
import { TransportError } from '../../core/transports/transport.ts'

// Where a 5xx speaks of this one mail. Before that it speaks of us, and somebody may mend the settings.
const aboutTheMail = ['EENVELOPE', 'EMESSAGE']

/** What a failed mail means for the issue: 5xx to the mail itself `never`, everything else `later`. The server's words are kept, ours to it are not. */
export function mailFailure(error: unknown): Error {
  if (error instanceof EarshotError) {
    return error.code === 'transport/timeout' ? new TransportError(error.code, 'No answer from the mail server in time', { retry: 'later' }) : error
  }
  const { code, responseCode, response } = (error instanceof Error ? error : {}) as { code?: unknown; responseCode?: unknown; response?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const detail = typeof response === 'string' ? response.slice(0, 1_000) : undefined
  const never = status !== undefined && status >= 500 && aboutTheMail.includes(String(code))
  const name = never ? (status === 552 ? 'too-large' : 'refused') : code === 'EAUTH' ? 'unauthorized' : status ? 'failed' : 'unreachable'
  const message = status ? `The mail server answered ${status}${detail ? `: ${detail}` : ''}` : `No answer from the mail server (${String(code ?? messageOf(error))})`
  return new TransportError(`transport/${name}`, message, { retry: never ? 'never' : 'later', ...(status && { status }), ...(detail && { detail }) })
}
