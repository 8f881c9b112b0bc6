import { body, gives, inPath, ref, refuses, text, type Part } from './openapi-parts.ts'
import { schemas } from './openapi-schemas.ts'

export interface OpenapiOptions {
  /** The receiver's path. Default `/issues`. */
  basePath?: string
  /** The inbox's path. Default `/inbox`. */
  inboxPath?: string
}

const issueId = inPath('id', 'The id of the issue.')
const byToken = { security: [{ receiptToken: [] }] }
const byStaff = { security: [{ staff: [] }], tags: ['inbox'] }

const added: Part = { 201: gives('Added.', ref('Message')), 200: gives('Added before.', ref('Message')) }

const acceptIssue: Part = {
  operationId: 'acceptIssue',
  summary: 'Take an issue in.',
  description: 'An answer of 2xx means committed. The key is the id of the issue, for life; an edited issue is a new one.',
  parameters: [
    { name: 'Idempotency-Key', in: 'header', required: true, description: 'The id of the issue.', schema: text },
    { name: 'Earshot-Identity', in: 'header', description: 'A short-lived token signed by the site.', schema: text },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: ref('Issue') },
      'multipart/form-data': {
        schema: {
          type: 'object', required: ['issue'], properties: { issue: ref('Issue') },
          additionalProperties: { description: 'A file; the part is named after the attachment\'s id, or comes in its order.' },
        },
        encoding: { issue: { contentType: 'application/json' } },
      },
    },
  },
  responses: {
    201: gives('Accepted.', ref('Receipt'), { Location: { schema: text } }),
    200: gives('Accepted before: the same receipt.', ref('Receipt'), { Location: { schema: text } }),
    ...refuses(400, 401, 408, 409, 413, 415, 422, 429),
  },
}

const listIssues: Part = {
  operationId: 'listIssues',
  ...byStaff,
  summary: 'List issues, newest first, with counts over all of them.',
  parameters: Object.entries({
    kind: 'One kind.', topic: 'A topic of the issue or of one of its observations.', audience: 'A department, of the issue or of one of its observations.', status: 'One status.', q: 'Words in it, or its reference.',
    before: 'The `next` of an earlier answer.', limit: 'From 1 to 200. Default 50.',
  }).map(([name, description]) => ({ name, in: 'query', description, schema: text })),
  responses: { 200: gives('A page of the list.', ref('InboxList')), ...refuses(400, 401) },
}

/** The HTTP protocol, the receiver's and the inbox's, as an OpenAPI 3.1 document. */
export function openapiDocument({ basePath = '/issues', inboxPath = '/inbox' }: OpenapiOptions = {}): Part {
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot receiver', version: '1', description: 'Takes in what customers say, and lets staff answer it.' },
    paths: {
      [basePath || '/']: { post: acceptIssue },
      [`${basePath}/openapi.json`]: {
        get: { operationId: 'readDocument', summary: 'This document.', responses: { 200: gives('It.', { type: 'object' }) } },
      },
      [`${basePath}/{id}`]: {
        parameters: [issueId],
        get: {
          operationId: 'readThread', ...byToken, summary: 'Read the thread.',
          responses: { 200: gives('The thread.', ref('Thread')), ...refuses(401, 429) },
        },
      },
      [`${basePath}/{id}/messages`]: {
        parameters: [issueId],
        post: {
          operationId: 'reply', ...byToken, summary: 'Add to the thread, once per id.', ...body(ref('Reply')),
          responses: { ...added, ...refuses(400, 401, 408, 413, 415, 422, 429) },
        },
      },
      [`${inboxPath}/issues`]: { get: listIssues },
      [`${inboxPath}/issues/{id}`]: {
        parameters: [issueId],
        get: {
          operationId: 'readIssue', ...byStaff, summary: 'Read an issue.',
          responses: { 200: gives('The issue.', ref('InboxIssue')), ...refuses(401, 404) },
        },
        patch: {
          operationId: 'changeIssue', ...byStaff, summary: 'Set owner, status, topic or department.', ...body(ref('Change')),
          responses: { 200: gives('The issue after it.', ref('InboxIssue')), ...refuses(400, 401, 404, 408, 413, 415, 422) },
        },
      },
      [`${inboxPath}/issues/{id}/messages`]: {
        parameters: [issueId],
        post: {
          operationId: 'answerIssue', ...byStaff, summary: 'Answer the customer.', ...body(ref('Answer')),
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
    },
    components: {
      schemas: schemas(),
      securitySchemes: {
        receiptToken: { type: 'http', scheme: 'bearer', description: 'The token of the issue\'s receipt.' },
        staff: { type: 'http', scheme: 'bearer', description: 'Whatever the owner\'s `authorize` looks at.' },
      },
    },
  }
}
