import { issueJsonSchema } from '../core/issue/json-schema.ts'
import type { MessageKind } from '../core/issue/thread.ts'
import { customerKinds } from './customer-message.ts'
import { inboxSchemas } from './openapi-inbox-schemas.ts'
import { proofSchemas } from './spam/openapi-proof.ts'
import { count, list, moment, object, ref, text, type Part } from './openapi-parts.ts'

const messageKinds = [...customerKinds, 'question', 'changed', 'escalated'] satisfies MessageKind[]

const said: Record<string, Part> = {
  'answerTo?': { ...text, description: 'The id of the question that is answered.' },
  'answers?': { type: 'object', description: 'By the names of the fields.' },
  'rating?': { type: 'object' },
}

/** What travels, by name. */
export const schemas = (): Record<string, Part> => ({
  Issue: issueJsonSchema(),
  Person: object({ name: text, 'avatar?': text }),
  Status: { enum: ['open', 'answered', 'closed'], description: 'open: nobody has answered; answered: the customer\'s turn; closed: done.' },
  Receipt: object({
    id: { ...text, description: 'The id of the issue.' },
    reference: { ...text, pattern: '^E-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}$', description: 'What a person can read out on the telephone.' },
    token: { ...text, description: 'Opens the thread.' },
    'owner?': ref('Person'), 'expectBy?': moment, 'next?': text, acceptedAt: moment,
    'challenge?': { ...ref('Challenge'), description: 'Not part of the receipt: goes back, solved, to `proof`. What became of the issue does not depend on it.' },
  }),
  ...proofSchemas,
  Message: object({
    id: text, at: moment, from: { enum: ['customer', 'staff'] }, 'author?': ref('Person'), text, 'kind?': { enum: messageKinds },
    'fields?': { ...list({ type: 'object' }), description: 'What a question asks, as a form declares its fields.' },
    ...said,
    'attachments?': list(ref('File')),
    'issue?': { ...text, description: 'The issue of the case it was written to, where that is another one.' },
  }),
  File: object({ id: text, name: text, type: text, size: count, 'sha256?': text }),
  Thread: object({
    id: text, reference: text, status: ref('Status'), 'owner?': ref('Person'), 'expectBy?': moment, messages: list(ref('Message')),
    level: { type: 'integer', minimum: 1 }, 'rung?': text,
    'continuedBy?': { ...object({ id: text, reference: text }), description: 'The issue that took this one further.' },
    live: { type: 'boolean', description: 'Changes can be heard of at `events`.' },
  }),
  Reply: object({
    id: { ...text, description: 'Minted by the sender: a reply sent twice counts once.' },
    'text?': { ...text, maxLength: 10_000, description: 'May be empty where the kind says it all, or a file does.' },
    'kind?': { enum: customerKinds },
    ...said,
    'attachments?': { ...list(ref('File')), description: 'Of the files that come along.' },
  }),
  RungNews: object({
    'medianHours?': { type: 'number', minimum: 0, description: 'Median time to the first answer of the last 28 days, in open hours.' },
    'sample?': count, 'onDuty?': count, 'waiting?': count,
  }),
  Problem: object({
    type: text, title: text, status: { type: 'integer' }, detail: text,
    'errors?': {
      ...list(object({ pointer: { ...text, description: 'A JSON pointer (RFC 6901); empty for the whole of what was sent.' }, detail: text })),
      description: 'What is wrong and where: always with 400, 415 and 422.',
    },
  }),
  ...inboxSchemas,
})
