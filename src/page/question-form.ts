import { checkAnswers } from '../core/forms/check-answers.ts'
import type { Field } from '../core/forms/field.ts'
import type { Form } from '../core/forms/form.ts'
import { isDeclaration, readField } from '../core/forms/read-field.ts'

// A question in a conversation, no form to be filled in.
const most = 20
const answerable = /^(text|story|choice|choices|rating|email|phone|number|date)$/

/**
 * The small form of a question: what of it can be shown, in the customer's language. What cannot be read is left out; nobody can mend it here.
 * Whatever a field is called, its answer lies under its name in `draft.answers`.
 */
export function questionForm(declared: readonly unknown[], locale: string): Form {
  const fields = new Map<string, Field>()
  for (const given of declared.slice(0, most)) {
    const field = isDeclaration(given) ? readField(given, { locale, tags: new Map(), complain: () => {} }) : undefined
    if (field && answerable.test(field.type) && !fields.has(field.name)) fields.set(field.name, field)
  }
  const all = [...fields.values()]
  // Not made as forms are: their maker comes with the first form, and would come in pieces if it were needed elsewhere.
  const form: Form = {
    id: 'answer',
    kind: 'question',
    fields: all,
    steps: [{ fields: all.map(({ name }) => name) }],
    hinting: false,
    initial: {},
    shown: () => all,
    hints: async () => [],
    outgoing: draft => draft,
    value: ({ name }, { answers = {} }) => (Object.hasOwn(answers, name) ? answers[name] : undefined),
    patch: ({ name }, { answers }, value) => ({ answers: { ...answers, [name]: value } }),
    problems: async draft => checkAnswers(form, draft),
  }
  return form
}
