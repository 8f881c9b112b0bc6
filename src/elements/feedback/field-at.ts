import type { Field } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import { idOf } from './id-of.ts'

/** Where the error of a whole form is said. */
export const wholeForm = 'whole-form'

/** The control a JSON pointer of the issue leads to; what has no field of its own is said above the button. */
export function fieldAt(pointer: string | undefined, { fields }: Form, draft: Draft): string {
  const [, first = '', second = ''] = (pointer ?? '').split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const named = (name: string) => fields.find(field => field.name === name)
  const at: Partial<Record<string, () => Field | undefined>> = {
    answers: () => named(second),
    contact: () => named(second === 'email' || !second ? 'contact' : second),
    attachments: () => named(draft.attachments?.[Number(second)]?.field ?? '') ?? fields.find(({ type }) => type === 'file' || type === 'screenshot'),
    subject: () => (second === 'element' ? fields.find(({ type }) => type === 'element') : undefined),
  }
  if (first === 'observations' && second && named(first)) return `observation-${second}`
  const field = Object.hasOwn(at, first) ? at[first]!() : named(first)
  return field ? idOf(field.name) : wholeForm
}
