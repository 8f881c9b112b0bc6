import { gives, object, refuses, type Part } from '../openapi-parts.ts'

const well = (description: string, status: string): Part => ({ 200: gives(description, object({ status: { const: status } })) })

const both = (operationId: string, summary: string, responses: Part): Part => ({
  get: { operationId, summary, responses },
  head: { operationId: `${operationId}Briefly`, summary: 'The same, without a body.', responses },
})

/** What load balancers ask. */
export const openapiProbes = (basePath: string): Record<string, Part> => ({
  [`${basePath}/health`]: both('readHealth', 'Whether the process lives. Asks nobody, and is never limited.', well('It does.', 'alive')),
  [`${basePath}/ready`]: both(
    'readReadiness', 'Whether requests should be sent here: the database answers, its tables are up to date, and the process is not ending.',
    { ...well('They should.', 'ready'), ...refuses() }),
})
