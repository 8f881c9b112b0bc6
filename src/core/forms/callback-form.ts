import type { Draft } from '../issue/draft.ts'
import { builtInFields, plain } from './built-in.ts'
import type { OwnForm } from './form-of.ts'

/** The form by which a customer asks to be called: a number, the time that suits them, and, if they like, what it is about. */
export const callbackForm: OwnForm = {
  id: 'callback',
  kind: 'question',
  fields: [
    plain('phone', { required: true, autocomplete: 'tel' }),
    plain('when', { type: 'text', maxLength: 140 }),
    ...builtInFields('question', 'question').filter(({ name }) => name === 'story').map(field => plain(field.name, { ...field, required: false })),
    plain('rung', { type: 'hidden' }),
  ],
  tidy({ answers: { when, ...answers } = {}, contact, ...draft }) {
    return {
      ...draft,
      ...(Object.keys(answers).length > 0 && { answers }),
      contact: { ...contact, channel: 'phone', ...(typeof when === 'string' && { when }) },
    } as Draft
  },
}
