import { limits } from '../issue/issue.ts'
import { fieldTypes, scales } from './field-rules.ts'
import { longest } from './read-text.ts'

// For the build only: what a declared form may say, for editors and validators. What only makes sense among fields, such as
// conditions on earlier ones, is checked when the form is read, and told in `state.problems`.

/** Words for customers; it refers to `formDefinitions`. */
export const words = (description: string) => ({ description, $ref: '#/$defs/text' })
const flag = (description: string) => ({ type: 'boolean', default: false, description })
const whole = (description: string, maximum: number) => ({ type: 'integer', minimum: 0, maximum, description })
const bound = (description: string) => ({ anyOf: [{ type: 'number' }, { type: 'string', format: 'date' }], description })
const scale = { enum: scales, default: 'csat' }
const value = { anyOf: [{ type: 'string', minLength: 1, maxLength: longest.label }, { type: 'number' }] }
const plain = { type: ['string', 'number', 'boolean'] }
const conditions = { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } }
const only = (key: string, schema: object) => ({ type: 'object', properties: { [key]: schema }, required: [key], additionalProperties: false })

const field = {
  type: 'object',
  properties: {
    type: { type: 'string', not: { const: 'password' }, examples: fieldTypes, description: 'One of ours, or a key of the setting `fieldTypes`.' },
    name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_\\-]{0,63}$', description: 'Default: the name its type stands for.' },
    label: words('What is asked. Default for fields of ours: our own words.'),
    hint: words('A sentence below the label.'),
    placeholder: words('In the empty field; never instead of a label.'),
    required: flag('Must be answered.'),
    minLength: whole('In UTF-16 code units.', limits.story),
    maxLength: whole('In UTF-16 code units. What is left is told near the end; nothing is ever cut.', limits.story),
    pattern: { type: 'string', maxLength: 1_000, format: 'regex', description: 'A regular expression over the whole value, as in HTML. One that could take for ever is refused.' },
    patternMessage: words('What to say where the pattern does not fit.'),
    min: bound('The lowest number, or the first day.'),
    max: bound('The highest number, or the last day.'),
    step: { type: 'number', exclusiveMinimum: 0, description: 'Between two numbers, from `min`.' },
    options: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/option' }, description: 'What can be chosen; for `text` and `story` what may be tapped instead of typed.' },
    scale: { ...scale, description: 'Of `rating`. Default: that of the form.' },
    showIf: { $ref: '#/$defs/condition', description: 'When it is shown: by what was answered before.' },
    value: { description: 'What it says before anybody typed.' },
    fromUrl: { type: 'string', minLength: 1, maxLength: 100, description: 'The name of a parameter of the page\'s address to begin with.' },
    autocomplete: { type: 'string', maxLength: 99, not: { pattern: '(^|\\s)(cc-\\S*|(current|new)-password|one-time-code)(\\s|$)' }, description: 'As in HTML.' },
    lines: whole('More lines than one; `text` only.', 40),
    expects: { type: 'array', items: { enum: ['number', 'date'] }, description: 'For a gentle hint when it is missing.' },
    sensitive: flag('Not kept in the draft: gone with a reload.'),
  },
  required: ['type'],
}

/** One form; its references lead to `formDefinitions`. */
const form = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 100, description: 'Of `problem`, `question`, `idea`, `praise`, `rating` and `page` it changes the built-in form.' },
    kind: { enum: ['question', 'problem', 'idea', 'praise', 'rating'], description: 'Default: that of the built-in form of this id, else `problem`.' },
    title: words('The heading.'),
    intro: words('A sentence below it.'),
    send: words('What the button that sends says.'),
    topic: { type: 'string', description: 'The id of a topic.' },
    audience: { type: 'string', description: 'The department it is for. Default: that of its topic.' },
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { anyOf: [{ type: 'string', description: 'The name of a field of ours.' }, { $ref: '#/$defs/field' }] },
      description: 'Default: those of the built-in form.',
    },
    scale: { ...scale, description: 'Of its ratings.' },
    outcomes: { type: 'array', items: { $ref: '#/$defs/text' }, description: 'Realistic wishes to tap, for the field `outcome`.' },
    hints: { type: 'boolean', default: true, description: 'Friendly remarks while the story is written.' },
    steps: {
      type: 'array',
      items: { type: 'object', properties: { title: words('Its heading.'), fields: { type: 'array', items: { type: 'string' } } }, required: ['fields'] },
      description: 'One screenful each. Absent: all fields at once.',
    },
  },
  required: ['id'],
}

/** What the references of forms lead to, for any schema that has forms in it. */
export const formDefinitions = {
  form,
  field,
  text: {
    description: 'Words for customers: the same in every language, or one by language tag; the closest to the customer\'s is shown, else English.',
    anyOf: [
      { type: 'string' },
      { type: 'object', minProperties: 1, propertyNames: { pattern: '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$' }, additionalProperties: { type: 'string' } },
    ],
  },
  option: { anyOf: [value, { type: 'object', properties: { value, label: words('Default: the value.') }, required: ['value'] }] },
  condition: {
    anyOf: [
      {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'The name of an earlier field.' },
          is: { ...plain, description: 'It says this; of several choices one.' },
          in: { type: 'array', minItems: 1, items: plain, description: 'It says one of these.' },
          answered: { type: 'boolean', description: 'It says anything.' },
          atLeast: { type: 'number', description: 'Numbers, and the value of ratings.' },
          atMost: { type: 'number' },
        },
        required: ['field'],
        minProperties: 2,
        additionalProperties: false,
      },
      only('all', conditions),
      only('any', conditions),
      only('not', { $ref: '#/$defs/condition' }),
    ],
  },
}

/** The published JSON Schema of one declared form. */
export const formSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:earshot:form:1',
  title: 'Earshot form',
  $ref: '#/$defs/form',
  $defs: formDefinitions,
}
