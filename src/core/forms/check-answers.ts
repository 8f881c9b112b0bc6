import type { Draft } from '../issue/draft.ts'
import type { FieldProblem } from './field.ts'
import type { Form } from './form.ts'

/** What is wrong with the answers to the fields that are shown, in their order. */
export function checkAnswers(form: Form, draft: Draft): FieldProblem[] {
  return form.shown(draft).flatMap((field): FieldProblem[] => {
    const value = form.value(field, draft)
    const text = typeof value === 'string' ? value.trim() : ''
    if (field.required && (value === undefined || text === '')) return [{ field: field.name, code: 'required' }]
    const over = field.maxLength === undefined ? 0 : text.length - field.maxLength
    return over > 0 ? [{ field: field.name, code: 'too-long', count: over }] : []
  })
}
