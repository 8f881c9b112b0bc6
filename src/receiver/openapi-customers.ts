import { acceptIssue } from './openapi-accept.ts'
import { takeProof } from './spam/openapi-proof.ts'
import { openapiProbes } from './intake/openapi-probes.ts'
import { body, bodyWithFiles, count, gives, inHeader, inPath, list, moment, object, ref, refuses, text, type Part } from './openapi-parts.ts'

const issueId = inPath('id', 'The id of the issue.')
const byToken = { security: [{ receiptToken: [] }] }
const etag = { ETag: { schema: text } }

/** Answers to a message, the first time and again. */
export const added: Part = { 201: gives('Added.', ref('Message')), 200: gives('Added before.', ref('Message')) }

const reply: Part = {
  operationId: 'reply',
  ...byToken,
  summary: 'Add to the thread, once per id.',
  ...bodyWithFiles('message', ref('Reply')),
  responses: { ...added, ...refuses(400, 401, 408, 413, 415, 422, 429) },
}

/** What a customer's device asks for. */
export const customerPaths = (basePath: string): Record<string, Part> => ({
  [basePath || '/']: {
    post: acceptIssue,
    get: {
      operationId: 'listRequests',
      summary: 'List the requests of whoever the site\'s token names, newest first, at most fifty.',
      parameters: [{ ...inHeader('Earshot-Identity', 'A short-lived token signed by the site.'), required: true }],
      responses: {
        200: gives('Them, each with a key to its thread.', object({
          requests: list(object({ issue: ref('Issue'), receipt: ref('Receipt'), thread: ref('Thread') })),
        })),
        ...refuses(401, 429),
      },
    },
  },
  [`${basePath}/openapi.json`]: {
    get: { operationId: 'readDocument', summary: 'This document.', responses: { 200: gives('It.', { type: 'object' }), ...refuses(429) } },
  },
  [`${basePath}/people`]: {
    get: {
      operationId: 'readPeople',
      summary: 'What is known of the levels of people just now, by their ids. No names.',
      responses: {
        200: gives('Numbers; absent where nothing is known.', object({ rungs: { type: 'object', additionalProperties: ref('RungNews') } }), {
          'Cache-Control': { schema: text },
        }),
        ...refuses(429),
      },
    },
  },
  ...openapiProbes(basePath),
  [`${basePath}/open`]: {
    post: {
      operationId: 'openShare',
      summary: 'Open a case by a short code. Each code works once, for ten minutes; trying many is refused.',
      ...body(object({ code: text })),
      responses: {
        200: gives('The case, with a shared key.', object({ issue: ref('Issue'), receipt: ref('Receipt') })), ...refuses(400, 404, 408, 413, 415, 422, 429),
      },
    },
  },
  [`${basePath}/hooks/{forwarder}`]: {
    parameters: [inPath('forwarder', 'The owner\'s name for where issues are passed on to.')],
    post: {
      operationId: 'takeHook', summary: 'Hear from another system what became of issues: in its own format, with its own signature.',
      requestBody: { required: true, content: { '*/*': {} } },
      responses: { 200: gives('How many of the news are new here.', object({ applied: count })), ...refuses(401, 404, 408, 413, 415, 429) },
    },
  },
  [`${basePath}/{id}`]: {
    parameters: [issueId],
    get: {
      operationId: 'readThread', ...byToken, summary: 'Read the thread of the whole case.',
      parameters: [inHeader('If-None-Match', 'The ETag of what is there already.')],
      responses: { 200: gives('The thread.', ref('Thread'), etag), 304: { description: 'As it was.', headers: etag }, ...refuses(401, 429) },
    },
  },
  [`${basePath}/{id}/messages`]: { parameters: [issueId], post: reply },
  [`${basePath}/{id}/attachments/{attachment}`]: {
    parameters: [issueId, inPath('attachment', 'The id of a file of the case.')],
    get: {
      operationId: 'readFile', ...byToken, summary: 'Download a file of the case.',
      responses: { 200: { description: 'The file, as an attachment.', content: { 'application/octet-stream': {} } }, ...refuses(401, 404, 429) },
    },
  },
  [`${basePath}/{id}/proof`]: { parameters: [issueId], post: takeProof },
  [`${basePath}/{id}/events`]: {
    parameters: [issueId],
    get: {
      operationId: 'streamEvents', ...byToken,
      summary: 'Hear of changes: the event `news`, at once and whenever there is something new. Ends after five minutes.',
      responses: { 200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: text } } }, ...refuses(401, 429) },
    },
  },
  [`${basePath}/{id}/shares`]: {
    parameters: [issueId],
    post: {
      operationId: 'share', ...byToken, summary: 'Make a key for another device, and a short code for it. Only with the receipt\'s own token.',
      responses: { 201: gives('Both.', object({ token: text, code: text, expiresAt: moment })), ...refuses(401, 403, 429) },
    },
    delete: {
      operationId: 'unshare', ...byToken, summary: 'Take all shared keys and codes of the case back.',
      responses: { 204: { description: 'They open nothing any more.' }, ...refuses(401, 403, 429) },
    },
  },
})
