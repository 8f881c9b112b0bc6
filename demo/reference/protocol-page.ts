import { openapiDocument } from '../../src/receiver/openapi.ts'
import { code, page, table } from './markdown.ts'

interface Named { name: string; in: string; description?: string; required?: boolean }
interface Operation { operationId: string; summary: string; description?: string; parameters?: Named[]; requestBody?: { content: Record<string, unknown> }; responses: Record<string, { description: string }> }

const methods = ['get', 'post', 'put', 'patch', 'delete']

function section(path: string, method: string, { summary, description, parameters, requestBody, responses }: Operation): string {
  return page(
    `## ${method.toUpperCase()} ${path}`, summary, description,
    requestBody && `Takes ${Object.keys(requestBody.content).map(code).join(' or ')}.`,
    table(['parameter', 'in', ''], (parameters ?? []).filter(({ name }) => name).map(({ name, in: place, description = '', required }) => [code(name), place, `${description}${required ? ' Must be there.' : ''}`.trim()])),
    table(['status', 'means'], Object.entries(responses).map(([status, { description }]) => [code(status), description])),
  ).trimEnd()
}

/** From the OpenAPI document that the receiver hands out. */
export function protocolPage(): string {
  const { paths } = openapiDocument() as unknown as { paths: Record<string, Record<string, Operation>> }
  return page(
    '# The protocol',
    'Every request that the receiver answers, as its own OpenAPI document says it: `GET /issues/openapi.json`, `dist/openapi.json` in the package. [Any backend](../any-backend.md#the-protocol) tells it in words. Errors are `application/problem+json`.',
    ...Object.entries(paths).flatMap(([path, operations]) => methods.filter(method => operations[method]).map(method => section(path, method, operations[method]!))),
  )
}
