import type { Form } from '../core/forms/form.ts'
import type { Draft } from '../core/issue/draft.ts'
import { createId } from '../core/support/ids.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { bytesKey, draftKey, placeOf, recordOf } from './draft-record.ts'
import { withoutSensitive } from './sensitive.ts'

/**
 * Makes room for another draft in the same form. What stands there, and says something the other does not, lies from then on as if it had
 * been begun on another page, and is offered again in the same words. False where nobody is to know the page: that could not be said.
 */
export async function setAside(context: Context, back: Backroom, before: Draft & { form: string }, other: Draft): Promise<boolean> {
  const { form: id } = before
  const form = await (await import('./form-room.ts')).deskForm(context, id, async () => back)
  if (!saysMore(form, before, [other, { kind: form.kind, ...form.initial }])) return true
  const place = placeOf(context.settings, await context.seams.page?.reading())
  if (place.url === undefined) return false
  const at = clockOf(context).now()
  const name = () => createId(at, context.seams.random)
  const { attachments = [], ...words } = (await withoutSensitive(context, id))(before)
  // Under other names: the bytes kept so far go with the place that is given up.
  const files = attachments.map(file => ({ ...file, id: name() }))
  const record = recordOf(id, { ...words, attachments: files }, place, new Set())
  const put = [[`${draftKey(id, place.url)} ${name()}`, record], ...files.map(file => [bytesKey(file.id), file.bytes])] as const
  await (await back.store()).write({ put: put.map(([key, value]) => [key as string, { value, at }]) })
  return true
}

const silence: readonly unknown[] = [undefined, '""', '[]']

/** Whether a field says something that it says in none of the others. */
function saysMore({ fields, value }: Form, draft: Draft, others: readonly Draft[]): boolean {
  return fields.some(field => {
    const said = (draft: Draft) =>
      JSON.stringify(value(field, draft), (key, part: unknown) => (key === 'bytes' ? undefined : typeof part === 'string' ? part.trim() : part))
    return !silence.includes(said(draft)) && others.every(other => said(other) !== said(draft))
  })
}
