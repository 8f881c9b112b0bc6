import type { Draft } from '../core/issue/draft.ts'
import type { Context } from './context.ts'

/**
 * What leaves out of a draft all that its form calls sensitive: that is in memory only.
 * @throws where the form cannot be fetched; then nothing of such a draft is kept.
 */
export async function withoutSensitive(context: Context, id: string): Promise<(draft: Draft) => Draft> {
  const declared = context.settings.forms.find(form => form.id === id)
  // Ours have none, so that the forms need not be fetched for them.
  if (!declared?.fields?.some(field => typeof field === 'object' && field.sensitive)) return draft => draft
  const form = await (await import('./form-room.ts')).deskForm(context, id)
  const fields = form.fields.filter(({ declared }) => declared.sensitive)
  return draft => fields.reduce((rest, field) => ({ ...rest, ...form.patch(field, rest, undefined) }), draft)
}
