import { toJsonSchema } from '@valibot/to-json-schema'
import { issueSchema } from './schema.ts'

const units = 'The receiver counts its length in UTF-16 code units: most emoji are two.'

/**
 * The published JSON Schema (draft 2020-12) of an issue; for builds and servers, never for the page.
 * JSON Schema counts code points where `validateIssue` counts UTF-16 code units, and it cannot say that a rating's
 * value is at most its `max`: whoever needs the last word asks `validateIssue`.
 */
export function issueJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = toJsonSchema(issueSchema, {
    target: 'draft-2020-12',
    ignoreActions: ['check'],
    overrideAction: ({ jsonSchema }) => (jsonSchema.maxLength === undefined ? undefined : { ...jsonSchema, description: units }),
  })
  return {
    $schema,
    $id: 'urn:earshot:issue:1',
    title: 'Issue',
    description: 'What a customer came to say, version 1. Additive for ever: unknown fields are kept. Absent means absent: no nulls.',
    ...schema,
  }
}
