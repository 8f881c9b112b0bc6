import { formOf } from '../core/forms/form-of.ts'
import type { Form } from '../core/forms/form.ts'
import type { Context } from './context.ts'

/** A form as it is to be shown: the owner's over the built-in one. How to read an owner's is fetched only where there is one. */
export async function deskForm(context: Context, id: string): Promise<Form> {
  const { forms, fieldTypes, prefill, topics, ladder, locale, capture } = context.settings
  const fitting = {
    off: (['element', 'screenshot', 'files'] as const).filter(part => !capture[part]).map(part => part.replace('files', 'file')),
    // A link is no one to praise.
    people: ladder.filter(({ kind }) => kind !== 'link').map(({ name }) => name),
  }
  const own = forms[0] || fieldTypes || prefill ? await (await import('./own-forms.ts')).ownForm(context, id, fitting) : undefined
  return formOf(id, own, { ...fitting, locale, audienceOf: topic => topics.find(({ id }) => id === topic)?.audience })
}
