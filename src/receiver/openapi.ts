import { added, customerPaths } from './openapi-customers.ts'
import { body, gives, inPath, ref, refuses, text, type Part } from './openapi-parts.ts'
import { schemas } from './openapi-schemas.ts'

export interface OpenapiOptions {
  /** The receiver's path. Default `/issues`. */
  basePath?: string
  /** The inbox's path. Default `/inbox`. */
  inboxPath?: string
}

const issueId = inPath('id', 'The id of the issue.')
const byStaff = { security: [{ staff: [] }], tags: ['inbox'] }

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
      ...customerPaths(basePath),
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
