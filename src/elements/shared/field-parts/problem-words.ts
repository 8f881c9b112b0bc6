import type { FieldProblem } from '../../../core/forms/field.ts'
import type { Form } from '../../../core/forms/form.ts'
import type { MessageKey } from '../../../locale/en.ts'
import type { Say } from '../say.ts'

const words: { readonly [code in FieldProblem['code']]: MessageKey } = {
  required: 'error.required',
  'too-short': 'error.tooShort',
  'too-long': 'error.tooLong',
  pattern: 'error.pattern',
  'too-low': 'error.tooLow',
  'too-high': 'error.tooHigh',
  step: 'error.step',
  email: 'error.email',
  phone: 'error.phone',
  number: 'error.number',
  date: 'error.date',
  'not-offered': 'error.notOffered',
  custom: 'error.custom',
}

/** What is wrong with an answer, in words: the owner's own, else ours. */
export function problemWords({ field, code, message, count = 0, bound = '' }: FieldProblem, { fields }: Pick<Form, 'fields'>, say: Say): string {
  if (message) return message
  const type = fields.find(({ name }) => name === field)?.type
  if (code === 'required' && type === 'story') return say('error.storyMissing')
  if (code === 'required' && /^(rating|choice|choices)$/.test(type ?? '')) return say('error.rating')
  return say(words[code], { count, bound })
}
