import { clean } from '../issue/clean.ts'
import type { AttachmentInfo, Issue, Rating } from '../issue/issue.ts'
import type { Message, MessageKind } from '../issue/thread.ts'
import { validateIssue } from '../issue/validate.ts'
import { isRecord } from '../support/json.ts'
import { readPerson } from './read-person.ts'

const kinds: readonly unknown[] = [
  'answer', 'solved', 'not-solved', 'rating', 'praise', 'holds', 'holds-not', 'taken-back', 'question', 'changed', 'escalated',
] satisfies MessageKind[]
/** More than any question has; the rest is left out. */
const mostFields = 50

const text = (value: unknown): value is string => typeof value === 'string'

/** What an issue would take as its own part of that name, without anything it does not know there. */
function partOf<K extends 'answers' | 'rating' | 'attachments'>(key: K, value: unknown): Issue[K] | undefined {
  if (value === undefined) return undefined
  const checked = validateIssue({ version: 1, id: 'part', createdAt: '1970-01-01T00:00:00Z', kind: 'problem', [key]: value })
  return checked.ok ? checked.issue[key] : undefined
}

const readRating = (value: Rating | undefined): Rating | undefined => value && { scale: value.scale, value: value.value, max: value.max }

const readFile = ({ id, name, type, size, sha256, field }: AttachmentInfo): AttachmentInfo => ({
  id, name, type, size, ...(sha256 && { sha256 }), ...(field && { field }),
})

function readFields(value: unknown): Record<string, unknown>[] | undefined {
  if (!Array.isArray(value)) return undefined
  const fields = value.slice(0, mostFields).filter(field => isRecord(field) && text(field.name))
  try {
    return fields.length > 0 ? (clean(fields) as Record<string, unknown>[]) : undefined
  } catch {
    return undefined
  }
}

/** One message of a thread, by a fixed list of fields; undefined when it is none. What is not as it should be is left out of it. */
export function readMessage(value: unknown): Message | undefined {
  if (!isRecord(value) || !text(value.id) || !text(value.text) || !text(value.at)) return undefined
  const { id, at, from, kind, answerTo, issue } = value
  const author = readPerson(value.author)
  const fields = readFields(value.fields)
  const answers = partOf('answers', value.answers)
  const rating = readRating(partOf('rating', value.rating))
  const attachments = partOf('attachments', value.attachments)?.map(readFile)
  return {
    id,
    at,
    from: from === 'staff' ? 'staff' : 'customer',
    ...(author && { author }),
    text: value.text,
    ...(kinds.includes(kind) && { kind: kind as MessageKind }),
    ...(fields && { fields }),
    ...(text(answerTo) && { answerTo }),
    ...(answers && { answers }),
    ...(rating && { rating }),
    ...(attachments?.length && { attachments }),
    ...(text(issue) && { issue }),
  }
}
