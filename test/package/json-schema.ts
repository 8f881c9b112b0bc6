// Whether a document is a JSON Schema (2020-12) that says something: types exist, references lead somewhere, patterns compile.
const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'])
const nested = ['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedProperties']
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const maps = ['properties', 'patternProperties', '$defs', 'dependentSchemas']

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Follows `#/$defs/a` in a document. */
export function follow(document: unknown, pointer: string): unknown {
  return pointer.replace(/^#\/?/, '').split('/').filter(Boolean).map(token => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => (isObject(value) || Array.isArray(value) ? (value as Json)[token] : undefined), document)
}

/** Everything that is wrong with a schema inside a document, as text. */
export function schemaProblems(schema: unknown, document: unknown = schema, at = '#'): string[] {
  if (typeof schema === 'boolean') return []
  if (!isObject(schema)) return [`${at} is not a schema`]
  const problems: string[] = []
  const { type, pattern, required, $ref } = schema
  for (const name of [type].flat()) if (name !== undefined && !types.has(String(name))) problems.push(`${at}: there is no type ${String(name)}`)
  if (typeof $ref === 'string' && $ref.startsWith('#') && follow(document, $ref) === undefined) problems.push(`${at}: ${$ref} leads nowhere`)
  if (required !== undefined && !(Array.isArray(required) && required.every(name => typeof name === 'string'))) problems.push(`${at}: required is a list of names`)
  if ('enum' in schema && !(Array.isArray(schema.enum) && schema.enum.length)) problems.push(`${at}: enum is an empty list`)
  if (pattern !== undefined) {
    try {
      new RegExp(String(pattern), 'u')
    } catch {
      problems.push(`${at}: the pattern does not compile`)
    }
  }
  for (const key of nested) if (key in schema) problems.push(...schemaProblems(schema[key], document, `${at}/${key}`))
  for (const key of lists) {
    if (key in schema) [schema[key]].flat().forEach((item, index) => problems.push(...schemaProblems(item, document, `${at}/${key}/${index}`)))
  }
  for (const key of maps) {
    if (key in schema) for (const [name, item] of Object.entries(schema[key] as Json)) problems.push(...schemaProblems(item, document, `${at}/${key}/${name}`))
  }
  return problems
}

/** Every `$ref` of a document, wherever it stands. */
export function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : referencesOf(inner)))
}
