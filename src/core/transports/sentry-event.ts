import type { Issue } from '../issue/issue.ts'
import { digitsOf } from '../support/digits-of.ts'
import { asText } from './describe.ts'
import { textPieces } from './text-pieces.ts'

/** Sentry drops a longer message in silence. */
const messageLimit = 4_096
/** Relay cuts each context at 8,192 bytes; the rest of them is for its other fields. */
const pieceLimit = 7_000
/** And a tag's value at 200 characters. */
const tagLimit = 200

export interface SentryEvent {
  event_id: string
  timestamp: number | undefined
  platform: 'javascript'
  level: 'info'
  contexts: Record<string, Record<string, unknown>>
  tags: Record<string, string>
  user: Record<string, unknown> | undefined
  request: { url: string } | undefined
  release: string | undefined
  environment: string | undefined
}

/** An issue as a feedback event: all of it in words, in the message as far as that goes, and on in contexts. */
export function sentryEvent(issue: Issue, { release, environment }: { release: string | undefined; environment: string | undefined }): SentryEvent {
  const { id, createdAt, kind, topic, audience, form, contact = {}, subject = {} } = issue
  const { email, name } = contact
  const at = Date.parse(createdAt)
  const [message, ...rest] = pieces(asText(issue))
  const tags = Object.entries({ kind, topic, audience, form }).filter((tag): tag is [string, string] => {
    const [, value] = tag
    return value !== undefined && value !== '' && value.length <= tagLimit && !value.includes('\n')
  })
  return {
    event_id: eventId(id),
    timestamp: Number.isNaN(at) ? undefined : at / 1_000,
    platform: 'javascript',
    level: 'info',
    contexts: {
      feedback: { message, contact_email: email, name, url: subject.url },
      ...Object.fromEntries(rest.map((text, index) => [`earshot-${index + 1}`, { text }])),
    },
    tags: Object.fromEntries(tags),
    user: email ? { email } : undefined,
    request: subject.url ? { url: subject.url } : undefined,
    release,
    environment,
  }
}

/** Sentry's ids are 32 hexadecimal digits; an issue's is a UUID, and so is one already, but for other people's issues. */
function eventId(id: string): string {
  const bare = id.replaceAll('-', '').toLowerCase()
  if (/^[\da-f]{32}$/.test(bare)) return bare
  return digitsOf(id).slice(0, 32)
}

function pieces(text: string): string[] {
  const all = textPieces(text, messageLimit, pieceLimit)
  if (all.length === 1) return all
  const note = '\n\n[Goes on in this event’s context earshot-1]'
  const [first = ''] = textPieces(text, messageLimit - note.length, pieceLimit - 2 * note.length)
  return [first + note, ...textPieces(text.slice(first.length), Infinity, pieceLimit)]
}
