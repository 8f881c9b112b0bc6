import { builtInFields, fitting, type Fitting } from '../core/forms/built-in.ts'
import { callbackForm } from '../core/forms/callback-form.ts'
import { checkForms } from '../core/forms/check-forms.ts'
import type { OwnForm } from '../core/forms/form-of.ts'
import { initialOf } from '../core/forms/initial.ts'
import { kindOf } from '../core/forms/kind-of.ts'
import { tidied } from '../core/forms/tidy.ts'
import type { Context } from './context.ts'
import { tellOnce } from './tell-once.ts'

// What is declared is read once for each desk, with its first form.
const checked = new WeakMap<Context, ReadonlyMap<string, OwnForm>>()

/** What the owner wants of a form, with what it begins with: by the settings, and by the page's address where a field asks for that. */
export async function ownForm(context: Context, id: string, to: Fitting): Promise<OwnForm> {
  const { settings: { forms, fieldTypes, prefill, locale }, seams } = context
  const tell = tellOnce(context)
  const read = checked.get(context) ?? checkForms(forms, { ...to, locale, fieldTypes, tell })
  checked.set(context, read)
  // Like every form that is built in, it may be given other words and keeps its fields.
  const isCallback = id === callbackForm.id && !forms.some(form => form?.id === id && form.fields)
  const own: OwnForm = isCallback ? { ...read.get(id), ...callbackForm } : (read.get(id) ?? { id })
  const fields = own.fields ?? fitting(builtInFields(id, kindOf(id, [own])), to)
  // Nothing is read of the address unless a field asks for it.
  const page = fields.some(({ declared }) => declared.fromUrl) ? await seams.page?.reading() : undefined
  const initial = initialOf(fields, {
    prefill: prefill && Object.hasOwn(prefill, id) ? prefill[id] : undefined,
    path: `/prefill/${id}`,
    parameter: name => page?.parameter?.(name),
    tell,
  })
  return {
    ...own,
    fields,
    initial,
    tidy(draft) {
      const tidy = tidied(fields, own.present?.(draft) ?? fields, initial, draft)
      return own.tidy?.(tidy) ?? tidy
    },
  }
}
