import type { Field } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import type { MessageKey } from '../../locale/en.ts'
import type { Say } from '../shared/say.ts'

/** The forms that have words of their own; what the owner makes of others is asked like those of their kind. */
export const asked = ({ id, kind }: Form) => (id === 'page' || id === 'callback' ? id : kind)

// Whose words are older than the rest, and who say a little more.
const isTold = (name: string): name is 'outcome' | 'contact' => name === 'outcome' || name === 'contact'

/** What a field is called where the owner did not say: by its name, and by the kind of form. */
export function ownLabel({ type, name, scale }: Field, form: Form, isStaff: boolean, say: Say): string {
  if (isStaff && name === 'contact') return say('staff.email')
  if (type === 'story') return say(`story.${asked(form)}`)
  if (scale) return say(`rating.${scale}`)
  return say(isTold(name) ? name : (`field.${name}` as MessageKey)) || name
}

/** What is added to a field where the owner did not. */
export const ownHint = ({ name }: Field, say: Say): string | undefined => (isTold(name) ? say(`${name}.hint`) : undefined)
