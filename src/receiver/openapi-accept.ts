import { bodyWithFiles, gives, inHeader, ref, refuses, text, type Part } from './openapi-parts.ts'

/** The one operation that everything begins with. */
export const acceptIssue: Part = {
  operationId: 'acceptIssue',
  summary: 'Take an issue in.',
  description: 'An answer of 2xx means committed. The key is the id of the issue, for life; an edited issue is a new one.',
  parameters: [
    { ...inHeader('Idempotency-Key', 'The id of the issue.'), required: true },
    inHeader('Earshot-Identity', 'A short-lived token signed by the site.'),
    inHeader('Earshot-Earlier', 'Tokens of the receipts of earlier issues that this one names, with commas between: they prove that it goes on with their case.'),
  ],
  ...bodyWithFiles('issue', ref('Issue')),
  responses: {
    201: gives('Accepted.', ref('Receipt'), { Location: { schema: text } }),
    200: gives('Accepted before: the same receipt.', ref('Receipt'), { Location: { schema: text } }),
    ...refuses(400, 401, 408, 409, 413, 415, 422, 429),
  },
}
