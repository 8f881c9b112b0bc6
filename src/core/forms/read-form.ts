import type { Draft } from '../issue/draft.ts'
import type { Scale } from '../issue/issue.ts'
import { nearest } from '../support/nearest.ts'
import { whatCame } from '../support/what-came.ts'
import { builtInFields, fitting, type Fitting } from './built-in.ts'
import { readConditions, type Applies } from './read-conditions.ts'
import type { Field } from './field.ts'
import type { OwnForm } from './form-of.ts'
import { isFormKind, kindOf } from './kind-of.ts'
import { taken } from './places.ts'
import { isDeclaration, readField, type FieldSurroundings } from './read-field.ts'
import { readOutcomes } from './read-options.ts'
import { readSteps } from './read-steps.ts'
import { standard } from './standard.ts'
import { longest, readText, type Complain } from './read-text.ts'
import { takeFlag, takeScale, valueTaker } from './value-taker.ts'

export const mostFields = 100

export interface FormSurroundings extends Omit<FieldSurroundings, 'scale'>, Fitting {}

const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 200

/** A form of the owner's, checked, in the customer's language. What is wrong is told, and is as in the built-in form. */
export function readForm(given: Record<string, unknown> & { id: string }, surroundings: FormSurroundings): OwnForm {
  const { locale, complain } = surroundings
  const take = valueTaker(given, complain)
  const { id } = given
  take('kind', '"problem", "question", "idea", "praise" or "rating"', isFormKind)
  const kind = kindOf(id, [given])
  const scale = takeScale(take)
  const wishes = readOutcomes(given['outcomes'], locale, complain)
  const base = builtInFields(id, kind).map(field => (field.type === 'rating' && scale ? { ...field, scale } : field))
  const fields = (fieldsOf(given['fields'], base, { ...surroundings, scale }) ?? base)
    .map(field => (field.name === 'outcome' && wishes.length ? { ...field, options: wishes } : field))
  const applies = readConditions(fields, indexOf(given['fields'], fields), complain)
  const steps = readSteps(given['steps'], fields, locale, complain)
  const shown = fitting(fields, surroundings)
  const names = new Set(shown.map(({ name }) => name))
  const hinting = takeFlag(take, 'hints')
  const words = {
    title: readText(given['title'], longest.title, locale, '/title', complain),
    intro: readText(given['intro'], longest.intro, locale, '/intro', complain),
    send: readText(given['send'], longest.send, locale, '/send', complain),
    topic: take<string>('topic', 'the id of a topic', isWord),
    audience: take<string>('audience', 'the name of a department', isWord),
  }
  return {
    id,
    kind,
    fields: shown,
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)),
    // Not every declared field is shown: some parts may be switched off altogether.
    ...(steps && { steps: steps.map(step => ({ ...step, fields: step.fields.filter(name => names.has(name)) })).filter(step => step.fields.length) }),
    ...(hinting !== undefined && { hinting }),
    ...(applies && { present: draft => presentIn(shown, applies, draft) }),
  }
}

/** Each field is asked about those before it that are there themselves. */
function presentIn(fields: readonly Field[], applies: Applies, draft: Draft): Field[] {
  const there = new Map<string, Field>()
  const said = (name: string) => (there.has(name) ? taken(there.get(name)!, draft) : undefined)
  for (const field of fields) if (applies(field, said)) there.set(field.name, field)
  return [...there.values()]
}

/** Where a field stood in the declaration, for the places problems are told at. */
function indexOf(given: unknown, fields: readonly Field[]): (field: Field) => number {
  return field => (Array.isArray(given) ? given.findIndex(each => each === field.declared || each === field.name) : fields.indexOf(field))
}

/** The declared fields that can be shown; undefined where there are none, so that those of the built-in form are. */
function fieldsOf(given: unknown, base: readonly Field[], surroundings: FieldSurroundings): Field[] | undefined {
  const { complain } = surroundings
  if (given === undefined) return undefined
  if (!Array.isArray(given)) return void complain('form/wrong-value', '/fields', `expected a list of fields, and got ${whatCame(given)}; those of the built-in form are used`)
  if (given.length > mostFields) complain('form/too-many-fields', '/fields', `expected at most ${mostFields} fields, and got ${given.length}; the rest is left out`)
  const fields = new Map<string, Field>()
  given.slice(0, mostFields).forEach((each: unknown, index) => {
    const path = `/fields/${index}`
    const within: Complain = (code, place, message) => complain(code, path + place, message)
    const field = typeof each === 'string' ? named(each, base, surroundings.scale, within)
      : isDeclaration(each) ? readField(each, { ...surroundings, complain: within })
      : void within('form/wrong-field', '', `expected a field or the name of one, and got ${whatCame(each)}. It is left out`)
    if (!field) return
    if (!fields.has(field.name)) fields.set(field.name, field)
    else within('form/duplicate-name', '/name', `expected every name once, and got "${field.name}" again. The field is left out`)
  })
  if (fields.size) return [...fields.values()]
  return void complain('form/no-fields', '/fields', 'none of the fields can be shown; those of the built-in form are')
}

/** The field that is meant by a name alone: as the built-in form has it, else as it stands in others. */
function named(name: string, base: readonly Field[], scale: Scale | undefined, complain: Complain): Field | undefined {
  const field = base.find(each => each.name === name) ?? standard.get(name)
  if (field) return field.type === 'rating' && scale ? { ...field, scale } : field
  const close = nearest(name, [...standard.keys()])
  return void complain('form/unknown-field', '', `expected the name of a field of ours, and got ${whatCame(name)}${close ? `; did you mean "${close}"?` : ''}. Fields of your own are objects with a type. It is left out`)
}
