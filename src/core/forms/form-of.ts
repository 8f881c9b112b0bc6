import type { Draft } from '../issue/draft.ts'
import { builtInFields, fitting, type Fitting } from './built-in.ts'
import type { Field } from './field.ts'
import type { Form } from './form.ts'
import { kindOf } from './kind-of.ts'
import { place, taken } from './places.ts'

type Words = Pick<Form, 'kind' | 'title' | 'intro' | 'send' | 'topic' | 'audience' | 'fields' | 'steps' | 'hinting' | 'initial'>

/** What an owner wants of a form: checked, in the customer's language. Whatever is absent is as in the built-in form. */
export interface OwnForm extends Partial<Words> {
  readonly id: string
  /** The fields that are there for what has been answered, hidden ones too. */
  present?(draft: Draft): readonly Field[]
  /** The draft without answers to fields that are not there, and with those of hidden ones. */
  tidy?(draft: Draft): Draft
}

export interface FormOptions extends Fitting {
  /** BCP 47. */
  locale: string
  /** The department of a topic. */
  audienceOf(topic: string): string | undefined
}

/** The form of that id: what the owner wants over the built-in one. A name nobody knows is a problem. */
export function formOf(id: string, own: OwnForm = { id }, options: FormOptions): Form {
  const { audienceOf, locale } = options
  const { present, tidy, ...wanted } = own
  const kind = kindOf(id, [own])
  const fields = own.fields ?? fitting(builtInFields(id, kind), options)
  const at = (topic: string | undefined) => (topic ? audienceOf(topic) : undefined)
  const department = own.audience ?? at(own.topic)
  const form: Form = {
    steps: [{ fields: fields.map(({ name }) => name) }],
    hinting: true,
    initial: {},
    ...wanted,
    ...addressed({}, department),
    kind,
    fields,
    shown: draft => (present?.(draft) ?? fields).filter(({ type }) => type !== 'hidden'),
    value: taken,
    patch: place,
    problems: async (draft, step) => (await import('./check-answers.ts')).checkAnswers(form, draft, step),
    hints: async draft => (form.hinting ? (await import('./hints.ts')).hintsOn(form, draft, locale) : []),
    outgoing(draft) {
      const { topic = own.topic, audience = topic === own.topic ? department : at(topic), observations, ...rest } = tidy?.(draft) ?? draft
      const remarks = observations?.filter(({ text }) => text?.trim()).map(remark => addressed(remark, remark.audience ?? at(remark.topic)))
      return addressed({ ...rest, kind, form: id, ...(topic && { topic }), ...(remarks?.length && { observations: remarks }) }, audience)
    },
  }
  return form
}

const addressed = <T extends object>(words: T, audience: string | undefined) => (audience ? { ...words, audience } : words)
