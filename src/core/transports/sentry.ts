import type { Attachment } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { ask, failedBy, type ServiceOptions } from './ask.ts'
import { openLine } from './http-line.ts'
import { tooLarge } from './refuse-unfit.ts'
import { readDsn } from './sentry-dsn.ts'
import { sentryEvent } from './sentry-event.ts'
import { sentryLimit } from './sentry-limit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface SentryOptions extends ServiceOptions {
  /** The release of the site, as your Sentry SDK says it. */
  release?: string
  /** Default: Sentry's own, `production`. */
  environment?: string
  /** An address of your own that passes envelopes on to Sentry, and its answers back: many blockers know Sentry's. */
  tunnel?: string | URL
}

/** What Sentry takes: bytes of an event, and of a whole envelope. */
const eventLimit = 1_048_576
const envelopeLimit = 200 * 1_048_576

/**
 * To Sentry's User Feedback, as an envelope (`POST /api/{project}/envelope/`): a `feedback` item, and an `attachment` item for each file.
 * The DSN's key is public by design; one with a secret is refused.
 *
 * - What does not fit in the 4,096 characters of a feedback's message goes on in contexts of the same event (`earshot-1`, …), and the
 *   message says so: Sentry drops longer ones in silence.
 * - The event's id is the issue's, so that Sentry names the issue in its answer and, as a rule, drops a repeat for an hour; later, a second
 *   copy may follow (`duplicates`).
 * - An answer of success counts only if it does not say at once that feedback, or files where there are some, are over a limit
 *   (`X-Sentry-Rate-Limits`): those may have been dropped.
 * - Sentry scrubs what it takes for secrets by the project's own rules, may drop what its filters match, and marks spam; it does not say so here.
 *   No threads: what is said about it in Sentry stays there.
 * - No `sent_at`: it would make every attempt another one. A wrong clock on the device shows as it is.
 *
 * Checked 2026-11-22: https://develop.sentry.dev/sdk/telemetry/feedbacks/ (1.3.0), https://develop.sentry.dev/sdk/foundations/transport/envelopes/,
 * …/authentication/ and …/rate-limiting/; for what is dropped and what is a repeat, the source of Sentry (`create_feedback.py`,
 * `ingest/consumer/processors.py`) and of Relay (contexts are cut at 8,192 bytes each);
 * an envelope made here was read by @sentry/core 11.12.0.
 *
 * @param dsn `https://<key>@<host>/<project>`.
 * @throws {EarshotError} `transport/no-endpoint`, `transport/wrong-option`.
 */
export function sentry(dsn: string, options: SentryOptions = {}): Transport {
  const { release, environment, tunnel, ...rest } = options
  for (const [name, value] of Object.entries({ release, environment })) {
    expectOption(value === undefined || (typeof value === 'string' && value !== ''), name, 'a text', value)
  }
  // Read in either case: a DSN that is none must not wait for the first customer.
  const direct = readDsn(dsn)
  const line = openLine(tunnel ?? direct, rest)

  return {
    duplicates: 'possible',
    async send(issue, attachments, { signal }) {
      const event = sentryEvent(issue, { release, environment })
      const body = envelope({ event_id: event.event_id, dsn: tunnel === undefined ? undefined : dsn }, stringify(event), attachments)
      if (body.size > envelopeLimit) throw tooLarge('Sentry', 'bytes in an envelope', body.size, envelopeLimit)
      // Of the types that it takes, one that CORS lets through without asking.
      const headers = { 'Content-Type': 'text/plain;charset=UTF-8' }
      const { said, headers: given } = await ask(line, { headers, body, signal }, (_, answer) => {
        const afterMs = answer.status === 429 ? sentryLimit(answer.headers, ['feedback']) ?? 60_000 : undefined
        return { ...(afterMs && !answer.headers.has('Retry-After') && { afterMs }) }
      })
      if (!isRecord(said) || said.id !== event.event_id) throw line.foreign('the id of the event')
      const afterMs = sentryLimit(given, attachments.length > 0 ? ['feedback', 'attachment'] : ['feedback'])
      if (afterMs) throw overLimit(afterMs)
      return { id: issue.id, reference: event.event_id, acceptedAt: line.isoNow() }
    },
  }
}

const overLimit = (afterMs: number) =>
  failedBy('Sentry', { code: 'transport/busy', afterMs, detail: 'over the project’s limit, so that this one may have been dropped' })

/** Lines of JSON, each followed by what it announces; lengths are in bytes, because there are line ends inside. */
function envelope(header: Record<string, unknown>, event: string, files: readonly Attachment[]): Blob {
  const bytes = new TextEncoder().encode(event)
  if (bytes.length > eventLimit) throw tooLarge('Sentry', 'bytes in an event', bytes.length, eventLimit)
  return new Blob([
    `${stringify(header)}\n${stringify({ type: 'feedback', length: bytes.length, content_type: 'application/json' })}\n`, bytes, '\n',
    ...files.flatMap(({ name, type, bytes }) => [
      `${stringify({ type: 'attachment', length: bytes.byteLength, filename: name, content_type: type })}\n`, bytes, '\n',
    ]),
  ])
}
