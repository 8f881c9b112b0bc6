import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Say } from '../shared/say.ts'
import { items, places } from './enclosed.ts'
import { fieldAt } from './field-at.ts'
import { idOf } from './id-of.ts'
import { ownLabel } from './own-words.ts'

/** What a customer calls the place a JSON pointer leads to: by the label of its field, else by what goes along there. */
export function placeName(pointer: string, form: Form, draft: Draft, isStaff: boolean, say: Say): string {
  const [, group = '', key = ''] = pointer.split('/')
  if (group === 'observations') return say('observation.label')
  const id = fieldAt(pointer, form, draft)
  const field = form.fields.find(({ name }) => idOf(name) === id)
  if (field) return field.label ?? ownLabel(field, form, isStaff, say)
  if (group === 'diagnostics') return say('diagnostics.list')
  const item = items.find(each => places[each][0] === group && (places[each] as readonly string[]).indexOf(key) > 0)
  return say(item ? `enclosed.${item}` : 'enclosed.title')
}
