import { added } from './openapi-customers.ts'
import { body, gives, inPath, ref, refuses, text, type Part } from './openapi-parts.ts'

const byStaff = { security: [{ staff: [] }], tags: ['inbox'] }

const inQuery = (parameters: Record<string, string>): Part[] =>
  Object.entries(parameters).map(([name, description]) => ({ name, in: 'query', description, schema: text }))

const paging = { before: 'The `next` of an earlier answer.', limit: 'From 1 to 200. Default 50.' }

const listIssues: Part = {
  operationId: 'listIssues', ...byStaff, summary: 'List issues, with counts over all of them.',
  parameters: inQuery({
    kind: 'One kind.', topic: 'A topic of the issue or of one of its observations.', audience: 'A department, of the issue or of one of its observations.',
    status: 'One status.', q: 'Words in it, or its reference.', level: 'How far up the ladder.', rung: 'Whose rung it is on.', person: 'Who is praised.',
    late: '`1`: only what is open and later than promised.', synthetic: '`1`: the owner\'s own tests of the line, too; otherwise they are in no list and no count.',
    suspicious: '`1`: only what looks like spam; `0`: only what does not. Otherwise both.',
    order: '`newest` (default) or `promise`: what is late or due next on top.', ...paging,
  }),
  responses: { 200: gives('A page of the list.', ref('InboxList')), ...refuses(400, 401) },
}

const duty = (description: string) => ({ 200: gives(description, ref('DutyList')) })

const forwardVerb = (inboxPath: string, verb: string, summary: string): Record<string, Part> => ({
  [`${inboxPath}/forwards/{id}/${verb}`]: {
    parameters: [inPath('id', 'The id in the list of forwards.')],
    post: { operationId: verb === 'retry' ? 'retryForward' : 'giveUpForward', ...byStaff, summary, responses: { 200: gives('It.', ref('Forward')), ...refuses(401, 404) } },
  },
})

/** The staff's side. */
export const inboxPaths = (inboxPath: string): Record<string, Part> => ({
  [`${inboxPath}/issues`]: { get: listIssues },
  [`${inboxPath}/issues/{id}`]: {
    parameters: [inPath('id', 'The id of the issue.')],
    get: {
      operationId: 'readIssue', ...byStaff, summary: 'Read an issue, and its case.',
      responses: { 200: gives('The issue.', ref('InboxIssue')), ...refuses(401, 404) },
    },
    patch: {
      operationId: 'changeIssue', ...byStaff, summary: 'Set owner, status, topic, department or promise; say that it is spam, or is none.', ...body(ref('Change')),
      responses: { 200: gives('The issue after it.', ref('InboxIssue')), ...refuses(400, 401, 404, 408, 413, 415, 422) },
    },
  },
  [`${inboxPath}/issues/{id}/messages`]: {
    parameters: [inPath('id', 'The id of the issue.')],
    post: {
      operationId: 'answerIssue', ...byStaff, summary: 'Answer the customer, or ask back.', ...body(ref('Answer')),
      responses: { ...added, ...refuses(400, 401, 404, 408, 413, 415, 422) },
    },
  },
  [`${inboxPath}/attachments/{id}`]: {
    parameters: [inPath('id', 'The id of the attachment in the list of its issue.')],
    get: {
      operationId: 'readAttachment', ...byStaff, summary: 'Download a file.',
      responses: { 200: { description: 'The file, as an attachment.', content: { 'application/octet-stream': {} } }, ...refuses(401, 404) },
    },
  },
  [`${inboxPath}/notes`]: {
    post: {
      operationId: 'writeNote', ...byStaff, summary: 'Tell the customers of many issues what changed because of them, once in each case.', ...body(ref('Note')),
      responses: { 201: gives('Told.', ref('Told')), 200: gives('Told before.', ref('Told')), ...refuses(400, 401, 408, 413, 415, 422) },
    },
  },
  [`${inboxPath}/kudos`]: {
    get: {
      operationId: 'listKudos', ...byStaff, summary: 'List thanks, newest first, and how often each person was thanked.',
      parameters: inQuery({ person: 'Whom they are for.', ...paging }),
      responses: { 200: gives('A page of the list.', ref('KudosList')), ...refuses(400, 401) },
    },
  },
  [`${inboxPath}/forwards`]: {
    get: {
      operationId: 'listForwards', ...byStaff, summary: 'List what is passed on to other systems, newest first, with counts over all of it.',
      parameters: inQuery({ status: '`waiting`, `done`, `dead` (needs a person) or `given-up`.', forwarder: 'One forwarder.', ...paging }),
      responses: { 200: gives('A page of the list.', ref('ForwardList')), ...refuses(400, 401) },
    },
  },
  ...forwardVerb(inboxPath, 'retry', 'Try again at once, with what follows it.'),
  ...forwardVerb(inboxPath, 'give-up', 'Try no more, nor what follows it.'),
  [`${inboxPath}/forwards/{id}/hand-over`]: {
    parameters: [inPath('id', 'The id in the list of forwards.')],
    post: {
      operationId: 'handOverForward', ...byStaff, summary: 'Give what has not arrived to another forwarder, with what follows it.', ...body(ref('HandOver')),
      responses: { 200: gives('It.', ref('Forward')), ...refuses(400, 401, 404, 408, 413, 415, 422) },
    },
  },
  [`${inboxPath}/duty`]: {
    get: { operationId: 'listDuty', ...byStaff, summary: 'Who is on duty now.', responses: { ...duty('They.'), ...refuses(401) } },
    put: {
      operationId: 'beOnDuty', ...byStaff, summary: 'Be on duty for some minutes, or until a moment within a day; it ends by itself.', ...body(ref('Duty')),
      responses: { ...duty('Everybody who is.'), ...refuses(400, 401, 408, 413, 415, 422) },
    },
    delete: {
      operationId: 'leaveDuty', ...byStaff, summary: 'Be on duty no more.', parameters: [{ ...inQuery({ person: 'Who.' })[0], required: true }],
      responses: { ...duty('Everybody who is.'), ...refuses(401, 422) },
    },
  },
})
