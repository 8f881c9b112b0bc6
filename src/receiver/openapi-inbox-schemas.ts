import { count, list, moment, object, ref, text, type Part } from './openapi-parts.ts'

const level: Part = { type: 'integer', minimum: 1 }
const yes: Part = { const: true }
const code: Part = { ...text, pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }

const step = {
  id: text, reference: text, kind: text, 'summary?': text, status: ref('Status'), level, 'rung?': text, 'owner?': ref('Person'), acceptedAt: moment,
  'expectBy?': moment,
  'late?': { ...yes, description: 'Open, and its promise is broken.' },
  'wentOn?': { ...yes, description: 'Another issue took it to the next level.' },
}

const row = {
  ...step, 'topic?': text, 'audience?': text, 'form?': text, 'rating?': { type: 'object' }, createdAt: text,
  'first?': { ...text, description: 'The first issue of its case, where that is another one.' },
  'person?': { ...text, description: 'Who is praised.' },
  'repeats?': { ...count, description: 'How often the customer wrote about it before.' },
  'leaving?': yes, 'reopened?': yes, 'synthetic?': yes,
  'suspicions?': { ...list(code), description: 'Why it looks like spam: `trap`, `too-fast`, `no-proof`, or the owner\'s own words.' },
  observations: list(object({ text, 'topic?': text, 'audience?': text })), attachmentCount: count, messageCount: count,
}

const counts: Part = { type: 'object', additionalProperties: count }
const words: Part = { ...text, minLength: 1, maxLength: 10_000 }
const next: Part = { ...text, description: 'Goes into `before` for what follows.' }

/** What travels on the staff's side, by name. */
export const inboxSchemas: Record<string, Part> = {
  InboxRow: object(row),
  InboxList: object({
    issues: list(ref('InboxRow')), 'next?': next,
    counts: object({ total: count, kind: counts, topic: counts, audience: counts, status: counts, level: counts, rung: counts, late: count, suspicious: count }),
  }),
  InboxIssue: object({
    ...row, issue: ref('Issue'),
    receipt: object({ id: text, reference: text, 'owner?': ref('Person'), 'expectBy?': moment, 'next?': text, acceptedAt: moment }),
    'verified?': { type: 'object', description: 'Claims of the site\'s token. All else the customer says of themselves is unverified.' },
    messages: { ...list(ref('Message')), description: 'Those of the whole case.' },
    attachments: list(object({
      id: text, name: text, type: text, size: count, sha256: text, href: text, 'message?': { ...text, description: 'The message it came with.' },
    })),
    case: { ...list(object(step)), description: 'Every issue of the case, the first one first.' },
    'forwards?': { ...list(ref('Forward')), description: 'Where it goes on to, and what follows it.' },
  }),
  Forward: object({
    id: text, issue: text, reference: text, forwarder: text,
    'observation?': { type: 'integer', minimum: 1, description: 'The side remark that went, by its position.' },
    'message?': { ...text, description: 'The message that went.' },
    status: { enum: ['waiting', 'done', 'dead', 'given-up'], description: '`dead` needs a person; `given-up`: a person has decided.' },
    attempts: count, createdAt: moment, 'dueAt?': moment, 'doneAt?': moment,
    'there?': { ...object({ reference: text, 'url?': text }), description: 'What the other system calls it.' },
    'failure?': { ...object({ code: text, text, at: moment, 'status?': count }), description: 'Why the last attempt failed.' },
  }),
  ForwardList: object({
    forwards: list(ref('Forward')), 'next?': next,
    counts: { type: 'object', additionalProperties: counts, description: 'By forwarder, then by status.' },
  }),
  Answer: object({
    'id?': text, text: words, 'author?': ref('Person'), 'kind?': { const: 'question' },
    'fields?': { ...list({ type: 'object' }), minItems: 1, maxItems: 10, description: 'Of a question: what is asked, as a form declares its fields.' },
  }),
  Change: object({
    'owner?': { anyOf: [ref('Person'), { type: 'null' }] }, 'status?': ref('Status'), 'topic?': { type: ['string', 'null'] }, 'audience?': { type: ['string', 'null'] },
    'expectBy?': { type: ['string', 'null'], format: 'date-time', description: 'A new promise, or none.' },
    'suspicions?': { type: ['array', 'null'], items: code, minItems: 1, maxItems: 10, description: 'Labels it as spam; `null`: it is none.' },
  }),
  Note: object({ 'id?': text, text: words, 'author?': ref('Person'), issues: { ...list(text), minItems: 1, maxItems: 200 } }),
  Told: object({ id: text, issues: { ...list(text), description: 'One issue of each case, where the note lies.' } }),
  KudosList: object({
    people: list(object({ person: text, count })),
    kudos: list(object({ person: text, at: moment, 'text?': text, issue: text, reference: text })), 'next?': next,
  }),
  HandOver: object({ to: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'The name of another forwarder.' } }),
  Duty: object({
    person: text, rungs: { ...list(text), minItems: 1, maxItems: 50 },
    'minutes?': { type: 'number', exclusiveMinimum: 0, maximum: 1440 }, 'until?': moment,
  }),
  DutyList: object({ duty: list(object({ person: text, rungs: list(text), until: moment })) }),
}
