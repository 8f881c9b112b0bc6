import type { Draft } from '../core/issue/draft.ts'
import type { Issue } from '../core/issue/issue.ts'
import { seal } from '../core/issue/seal.ts'
import type { Message, MessageKind } from '../core/issue/thread.ts'
import type { Outbox, RequestRecord } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { ReplyExtra, Submission } from './desk.ts'
import type { RedactionRoom } from './redaction.ts'
import type { Tracker } from './tracker.ts'

export interface ReplyParts { context: Context; outbox: Outbox; tracker: Tracker; redaction: () => Promise<RedactionRoom> }

// The others are for the staff and the receiver to say.
const kinds: readonly MessageKind[] = ['answer', 'solved', 'not-solved', 'rating', 'praise', 'holds', 'holds-not', 'taken-back']
// These announce something that has to come with them.
const saysNothing: readonly unknown[] = [undefined, 'answer', 'rating']

/** Keeps a message to an issue. It is checked, cleaned and blanked out as an issue's own words are. */
export async function reply(
  { context, outbox, tracker, redaction }: ReplyParts,
  { issue, record }: { issue: Issue; record?: RequestRecord },
  text: string,
  extra: ReplyExtra,
): Promise<Submission> {
  const { kind, answerTo, answers, rating, attachments, revealed } = extra
  if (kind !== undefined && !kinds.includes(kind))
    throw new EarshotError('desk/wrong-message', `A customer's message is one of ${kinds.join(', ')}, or has no kind; got ${kind}`)
  const given = { kind: 'problem', story: text, answers, rating, attachments, parent: answerTo, revealed }
  const draft = await (await redaction()).redacted(given as Draft, fieldsOf(record, answerTo))
  const { random } = context.seams
  const sealed = seal(draft, { now: clockOf(context).now(), ...(random && { random }) })
  if (saysNothing.includes(kind) && !sealed.story && !sealed.answers && !sealed.rating && !sealed.attachments)
    throw new EarshotError('desk/empty-message', 'A message has a text, or answers, a rating, a file or a kind that says it all')
  const message: Message = {
    id: sealed.id,
    at: sealed.createdAt,
    from: 'customer',
    text: sealed.story ?? '',
    ...(kind && { kind }),
    ...(sealed.parent && { answerTo: sealed.parent }),
    ...(sealed.answers && { answers: sealed.answers }),
    ...(sealed.rating && { rating: sealed.rating }),
    ...(sealed.attachments && { attachments: sealed.attachments }),
  }
  const receipt = tracker.expect(message.id, { message })
  const { durable } = await outbox.keepMessage(issue.id, message, draft.attachments ?? [])
  return { id: message.id, issue, durable, receipt }
}

/** The fields of the question that is answered: who asks for an e-mail address is to get one. */
const fieldsOf = (record: RequestRecord | undefined, answerTo: string | undefined) =>
  record?.thread?.messages.find(({ id }) => id === answerTo)?.fields ?? []
