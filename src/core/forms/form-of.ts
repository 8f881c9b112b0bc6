import type { Draft } from '../issue/draft.ts'
import { builtIn, standard } from './built-in.ts'
import type { Field, FieldDeclaration, Text } from './field.ts'
import type { Form, FormDeclaration } from './form.ts'
import { place, taken } from './places.ts'

export interface FormOptions {
  /** BCP 47; the language its labels are picked in. */
  locale: string
  /** The department of a topic. */
  audienceOf(topic: string): string | undefined
  fieldTypes?: Readonly<Record<string, string>>
}

/** The words in the customer's language, else in English, else in whichever there is. */
export function textIn(text: Text, locale: string): string {
  if (typeof text === 'string') return text
  const language = locale.split('-')[0]!
  return text[locale] ?? text[language] ?? text['en'] ?? Object.values(text)[0] ?? ''
}

/** The form of a declaration, over the built-in one of the same id. */
export function formOf(id: string, declaration: FormDeclaration | undefined, options: FormOptions): Form {
  const base = builtIn[Object.hasOwn(builtIn, id) ? id : (declaration?.kind ?? 'problem')] ?? builtIn['problem']!
  const kind = declaration?.kind ?? base.kind
  const text = (words: Text | undefined) => (words === undefined ? undefined : textIn(words, options.locale))
  const known = new Map(base.fields.map(field => (typeof field === 'string' ? [field, { ...standard[field]!, name: field }] : [field.name ?? field.type, field])))
  const fields = (declaration?.fields ?? base.fields).map(given => {
    const field: FieldDeclaration = typeof given === 'string' ? (known.get(given) ?? { ...standard[given]!, name: given }) : given
    return fieldOf(field, declaration, options)
  })
  const { topic } = declaration ?? {}
  const audience = declaration?.audience ?? (topic && options.audienceOf(topic))
  const title = text(declaration?.title)
  const intro = text(declaration?.intro)
  const send = text(declaration?.send)
  const steps = (declaration?.steps ?? []).map(step => {
    const stepTitle = text(step.title)
    return { fields: step.fields, ...(stepTitle && { title: stepTitle }) }
  })
  const form: Form = {
    id,
    kind,
    ...(title && { title }),
    ...(intro && { intro }),
    ...(send && { send }),
    ...(topic && { topic }),
    ...(audience && { audience }),
    fields,
    steps: steps.length ? steps : [{ fields: fields.map(({ name }) => name) }],
    hinting: declaration?.hints ?? true,
    initial: {},
    shown: () => fields.filter(({ type }) => type !== 'hidden'),
    value: (field, draft) => taken(field, draft),
    patch: (field, draft, value) => place(field, draft, value),
    problems: async draft => (await import('./check-answers.ts')).checkAnswers(form, draft),
    hints: async () => [],
    outgoing: draft => outgoing(form, draft),
  }
  return form
}

function fieldOf(declared: FieldDeclaration, form: FormDeclaration | undefined, { locale, fieldTypes }: FormOptions): Field {
  const { type, name = type, required = false, options = [], scale } = declared
  const text = (key: 'label' | 'hint' | 'placeholder' | 'patternMessage') =>
    declared[key] === undefined ? undefined : { [key]: textIn(declared[key], locale) }
  const { minLength, maxLength, pattern, min, max, step, autocomplete, lines } = declared
  const tag = fieldTypes && Object.hasOwn(fieldTypes, type) ? fieldTypes[type] : undefined
  const wishes = name === 'outcome' ? form?.outcomes?.map(wish => ({ value: textIn(wish, locale), label: textIn(wish, locale) })) : undefined
  return {
    type,
    name,
    required,
    ...text('label'),
    ...text('hint'),
    ...text('placeholder'),
    ...text('patternMessage'),
    options: wishes ?? options.map(option => (typeof option === 'object' ? { value: option.value, label: textIn(option.label, locale) } : { value: option, label: String(option) })),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { step }),
    ...(autocomplete !== undefined && { autocomplete }),
    ...(lines !== undefined && { lines }),
    ...(type === 'rating' && { scale: scale ?? form?.scale ?? 'csat' }),
    ...(tag && { tag }),
    declared,
  }
}

function outgoing(form: Form, draft: Draft): Draft {
  const { observations, ...rest } = draft
  const remarks = observations?.filter(({ text }) => text.trim())
  const { id, kind, topic, audience } = form
  return { ...rest, kind, form: id, ...(topic && { topic }), ...(audience && { audience }), ...(remarks?.length && { observations: remarks }) }
}
