import { formOf } from '../core/forms/form-of.ts'
import type { Form } from '../core/forms/form.ts'
import type { Context } from './context.ts'

/** A form as it is to be shown: the owner's declaration over the built-in one. */
export function deskForm({ settings }: Context, id: string): Form {
  const { forms, topics, fieldTypes, locale } = settings
  return formOf(id, forms.find(form => form.id === id), {
    locale,
    audienceOf: topic => topics.find(({ id }) => id === topic)?.audience,
    ...(fieldTypes && { fieldTypes }),
  })
}
