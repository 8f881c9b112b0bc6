import type { Draft } from '../issue/draft.ts'
import { builtInFields } from './built-in.ts'
import type { Field } from './field.ts'
import type { Form } from './form.ts'
import { kindOf } from './kind-of.ts'
import { outgoing } from './outgoing.ts'
import { place, taken } from './places.ts'

/** What an owner declared of a form: checked, in the customer's language. Whatever is absent is as in the built-in form. */
export interface OwnForm extends Partial<Pick<Form, 'kind' | 'title' | 'intro' | 'send' | 'topic' | 'audience' | 'fields' | 'steps' | 'hinting'>> {
  readonly id: string
  /** Whether a field is shown, by what the fields before it say. */
  applies?(field: Field, said: (name: string) => unknown): boolean
}

export interface FormOptions {
  /** BCP 47. */
  locale: string
  /** The department of a topic. */
  audienceOf(topic: string): string | undefined
  /** Who can be praised by name; offered to be tapped. */
  people?: readonly string[]
  /** Types of fields the owner switched off. */
  off?: readonly string[]
  /** What an untouched form with these fields begins with. */
  begin?(fields: readonly Field[]): Partial<Draft>
}

/** The form of that id: what the owner declared over the built-in one. A name nobody knows is a problem. */
export function formOf(id: string, own: OwnForm | undefined, options: FormOptions): Form {
  const { audienceOf, people = [], off = [], begin, locale } = options
  const { fields: given, steps, hinting = true, applies, ...words } = own ?? {}
  const kind = kindOf(id, own ? [own] : [])
  const fields = (given ?? builtInFields(id, kind))
    .filter(({ type }) => !off.includes(type))
    .map(field => (field.name === 'person' && !field.options.length ? { ...field, options: people.map(value => ({ value, label: value })) } : field))
  const audience = own?.audience ?? (own?.topic && audienceOf(own.topic))
  const names = new Set(fields.map(({ name }) => name))

  /** The fields that are there for what has been answered; each is asked about those before it. */
  const present = (draft: Draft) => {
    const there = new Map<string, Field>()
    const said = (name: string) => (there.has(name) ? taken(there.get(name)!, draft) : undefined)
    for (const field of fields) if (!applies || applies(field, said)) there.set(field.name, field)
    return [...there.values()]
  }

  const form: Form = {
    ...words,
    id,
    kind,
    ...(audience && { audience }),
    fields,
    steps: steps?.map(step => ({ ...step, fields: step.fields.filter(name => names.has(name)) })).filter(step => step.fields.length) ?? [{ fields: [...names] }],
    hinting,
    initial: begin?.(fields) ?? {},
    shown: draft => present(draft).filter(({ type }) => type !== 'hidden'),
    value: taken,
    patch: place,
    problems: async (draft, step) => (await import('./check-answers.ts')).checkAnswers(form, draft, step),
    hints: async draft => (hinting ? (await import('./hints.ts')).hintsOn(form, draft, locale) : []),
    outgoing: draft => outgoing(form, present(draft), draft, audienceOf),
  }
  return form
}
