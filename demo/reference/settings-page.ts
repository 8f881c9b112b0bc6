import { configSchema } from '../../src/desk/config-schema.ts'
import { code, page, table } from './markdown.ts'

interface Schema { type?: string; description?: string; default?: unknown; enum?: unknown[]; $ref?: string; items?: Schema; anyOf?: Schema[]; properties?: Record<string, Schema>; additionalProperties?: boolean | Schema; required?: readonly string[]; minimum?: number; maximum?: number; pattern?: string; const?: unknown }

function kindOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' | ')
  if (schema.type === 'array') return schema.items ? `${schema.items.anyOf ? `(${kindOf(schema.items)})` : kindOf(schema.items)}[]` : 'array'
  return schema.type ?? 'any'
}

const limits = ({ minimum, maximum }: Schema) => [minimum !== undefined && `at least ${minimum}`, maximum !== undefined && `at most ${maximum}`].filter(Boolean).join(', ')

/** The schema's members as rows, those of members below them, by their path. */
function rowsOf(schema: Schema, path = ''): string[][] {
  const inner = schema.type === 'array' ? schema.items : schema
  const here = schema.type === 'array' ? `${path}[]` : path
  return Object.entries(inner?.properties ?? {}).filter(([name]) => name !== '$schema').flatMap(([name, member]) => {
    const at = here ? `${here}.${name}` : name
    const says = [member.description ?? '', limits(member), inner!.required?.includes(name) ? 'Must be there.' : ''].filter(Boolean).join(' ')
    return [[code(at), code(kindOf(member)), member.default === undefined ? '' : code(JSON.stringify(member.default)), says], ...rowsOf(member, at)]
  })
}

/** From the schema that editors and the command check `earshot.json` by. */
export function settingsPage(): string {
  const { $defs, ...root } = configSchema as unknown as Schema & { $defs: Record<string, Schema> }
  const header = ['key', 'type', 'default', '']
  return page(
    '# Settings',
    'What `earshot.json`, and `createDesk({…})`, may say. `dist/config.schema.json` says the same to editors. `transport`, `identity` and functions are for code only: see [On your site](../on-your-site.md#settings-earshotjson), which also tells what they are for. A key that nobody knows or a wrong value is a problem with a code ([errors](../errors.md)); the rest works.',
    table(header, rowsOf(root)),
    ...Object.entries($defs).map(([name, definition]) => page(`## ${name}`, definition.description, definition.properties ? table(header, rowsOf(definition)) : code(kindOf(definition))).trimEnd()),
  )
}
