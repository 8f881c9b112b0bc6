/** A JSON Schema or a piece of an OpenAPI document. */
export type Part = Record<string, unknown>

export const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` })

export const text: Part = { type: 'string' }
export const moment: Part = { type: 'string', format: 'date-time' }
export const count: Part = { type: 'integer', minimum: 0 }

/** An object with these properties; those whose name ends in `?` may be absent. */
export function object(properties: Record<string, Part>): Part {
  const entries = Object.entries(properties)
  return {
    type: 'object',
    required: entries.map(([name]) => name).filter(name => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
  }
}

export const list = (items: Part): Part => ({ type: 'array', items })

const content = (schema: Part, type = 'application/json') => ({ content: { [type]: { schema } } })

export const body = (schema: Part): Part => ({ requestBody: { required: true, ...content(schema) } })

export const gives = (description: string, schema: Part, headers: Part = {}): Part =>
  ({ description, ...(Object.keys(headers).length && { headers }), ...content(schema) })

const refusals: Record<number, string> = {
  400: 'It cannot be read.', 401: 'Not allowed.', 403: 'Not with a shared key.', 404: 'There is nothing here.', 408: 'The body took too long.',
  409: 'The same key is in progress: come again after Retry-After.', 413: 'Too large.', 415: 'Another format or compressed.',
  422: 'Something in it is wrong, or the key came with another body.', 429: 'Too many requests.', 503: 'Not at the moment.',
}

/** Refusals by their status, all in the same form. */
export const refuses = (...statuses: number[]): Part =>
  Object.fromEntries([...statuses, 503].map(status => [status, {
    description: refusals[status],
    ...([409, 429, 503].includes(status) && { headers: { 'Retry-After': { schema: text, description: 'Seconds.' } } }),
    ...content(ref('Problem'), 'application/problem+json'),
  }]))

export const inPath = (name: string, description: string): Part => ({ name, in: 'path', required: true, description, schema: text })

export const inHeader = (name: string, description: string): Part => ({ name, in: 'header', description, schema: text })

/** JSON alone, or as the part `name` of a form with its files after it. */
export const bodyWithFiles = (name: string, schema: Part): Part => ({
  requestBody: {
    required: true,
    content: {
      'application/json': { schema },
      'multipart/form-data': {
        schema: {
          type: 'object', required: [name], properties: { [name]: schema },
          additionalProperties: { description: 'A file; the part is named after the attachment\'s id, or comes in its order.' },
        },
        encoding: { [name]: { contentType: 'application/json' } },
      },
    },
  },
})
