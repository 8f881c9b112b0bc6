import { issueJsonSchema } from '../core/issue/json-schema.ts'
import { count, list, moment, object, ref, text, type Part } from './openapi-parts.ts'

const row = {
  id: text, reference: text, kind: text, 'topic?': text, 'audience?': text, 'form?': text, 'summary?': text, status: ref('Status'), 'owner?': ref('Person'),
  'rating?': { type: 'object' }, createdAt: text, acceptedAt: moment, 'expectBy?': moment,
  observations: list(object({ text, 'topic?': text, 'audience?': text })), attachmentCount: count, messageCount: count,
}

const counts: Part = { type: 'object', additionalProperties: count }

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
  }),
  Message: object({ id: text, at: moment, from: { enum: ['customer', 'staff'] }, 'author?': ref('Person'), text }),
  Thread: object({
    id: text, reference: text, status: ref('Status'), 'owner?': ref('Person'), 'expectBy?': moment, messages: list(ref('Message')),
  }),
  Reply: object({
    id: { ...text, description: 'Minted by the sender: a reply sent twice counts once.' },
    text: { ...text, minLength: 1, maxLength: 10_000 },
  }),
  Problem: object({
    type: text, title: text, status: { type: 'integer' }, detail: text,
    'errors?': list(object({ pointer: { ...text, description: 'A JSON pointer (RFC 6901).' }, detail: text })),
  }),
  InboxRow: object(row),
  InboxList: object({
    issues: list(ref('InboxRow')),
    'next?': { ...text, description: 'Goes into `before` for what follows.' },
    counts: object({ total: count, kind: counts, topic: counts, audience: counts, status: counts }),
  }),
  InboxIssue: object({
    ...row, issue: ref('Issue'),
    receipt: object({ id: text, reference: text, 'owner?': ref('Person'), 'expectBy?': moment, 'next?': text, acceptedAt: moment }),
    'verified?': { type: 'object', description: 'Claims of the site\'s token. All else the customer says of themselves is unverified.' },
    messages: list(ref('Message')),
    attachments: list(object({ id: text, name: text, type: text, size: count, sha256: text, href: text })),
  }),
  Answer: object({ 'id?': text, text: { ...text, minLength: 1, maxLength: 10_000 }, 'author?': ref('Person') }),
  Change: object({
    'owner?': { anyOf: [ref('Person'), { type: 'null' }] }, 'status?': ref('Status'), 'topic?': { type: ['string', 'null'] }, 'audience?': { type: ['string', 'null'] },
  }),
})
