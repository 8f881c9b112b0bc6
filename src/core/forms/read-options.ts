import { isRecord } from '../support/json.ts'
import { whatCame } from '../support/what-came.ts'
import type { Field } from './field.ts'
import { longest, readText, type Complain } from './read-text.ts'

const most = 500

const isValue = (value: unknown): value is string | number =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.trim() !== '' && value.length <= longest.label

/** What can be chosen, each value once; a number stays a number. */
export function readOptions(given: unknown, locale: string, complain: Complain): Field['options'] {
  if (given === undefined) return []
  if (!Array.isArray(given)) return complain('form/wrong-value', '/options', `expected a list, and got ${whatCame(given)}. It is left out`), []
  if (given.length > most) complain('form/too-many-options', '/options', `expected at most ${most}, and got ${given.length}; the rest is left out`)
  const options = new Map<string | number, string>()
  given.slice(0, most).forEach((option: unknown, index) => {
    const path = `/options/${index}`
    const { value, label } = isRecord(option) ? option : { value: option, label: undefined }
    if (!isValue(value)) complain('form/wrong-option', path, `expected a text, a number or { value, label }, and got ${whatCame(value)}. It is left out`)
    else if (options.has(value)) complain('form/duplicate-option', path, `expected every value once, and got ${whatCame(value)} again. It is left out`)
    else options.set(value, readText(label, longest.label, locale, `${path}/label`, complain) ?? String(value))
  })
  return [...options].map(([value, label]) => ({ value, label }))
}

/** Realistic wishes to tap: what is tapped is what is sent. */
export function readOutcomes(given: unknown, locale: string, complain: Complain): Field['options'] {
  if (given === undefined) return []
  if (!Array.isArray(given)) return complain('form/wrong-value', '/outcomes', `expected a list of wishes, and got ${whatCame(given)}. It is left out`), []
  const wishes = given.slice(0, most).map((wish, index) => readText(wish, longest.label, locale, `/outcomes/${index}`, complain))
  return [...new Set(wishes)].filter(wish => wish !== undefined).map(wish => ({ value: wish, label: wish }))
}
