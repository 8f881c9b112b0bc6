import { formOf } from '../core/forms/form-of.ts'
import type { Form } from '../core/forms/form.ts'
import type { Backroom } from './backroom.ts'
import type { Context } from './context.ts'

/**
 * A form as it is to be shown: the owner's over the built-in one. How to read an owner's is fetched only where there is one.
 * @param backroom where it is kept how the customer wants to be answered; without it the form begins without that.
 */
export async function deskForm(context: Context, id: string, backroom?: () => Promise<Backroom>): Promise<Form> {
  const { forms, fieldTypes, prefill, topics, ladder = [], locale, capture } = context.settings
  const fitting = {
    off: (['element', 'screenshot', 'files'] as const).filter(part => !capture[part]).map(part => part.replace('files', 'file')),
    // A link is no one to praise.
    people: ladder.flatMap(rung => (rung?.name?.trim?.() && rung.kind !== 'link' ? rung.name : [])),
  }
  const answered = backroom && import('./preferred.ts').then(room => room.beginning(context, backroom), () => undefined)
  const own = id === 'callback' || forms[0] || fieldTypes || prefill ? await (await import('./own-forms.ts')).ownForm(context, id, fitting) : undefined
  const form = formOf(id, own, { ...fitting, locale, audienceOf: topic => topics.find(({ id }) => id === topic)?.audience })
  const begun = await answered
  return begun ? begun(form) : form
}
