import { limits } from '../issue/issue.ts'
import { builtInFields, plain } from './built-in.ts'
import type { Field } from './field.ts'

const optional = (field: Field): Field => plain(field.name, { ...field, required: false })

/** The fields that can be named by their name alone, in any form. */
export const standard: ReadonlyMap<string, Field> = new Map(
  [
    ...['problem', 'praise', 'rating', 'page'].flatMap(form => builtInFields(form, form)).map(optional),
    plain('summary', { type: 'text', maxLength: limits.summary }),
    plain('phone', { autocomplete: 'tel' }),
    plain('name', { type: 'text', maxLength: 140, autocomplete: 'name' }),
  ].map(field => [field.name, field]),
)
