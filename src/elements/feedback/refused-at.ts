import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { DeskState } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'
import { fieldAt, wholeForm } from './field-at.ts'
import { idOf } from './id-of.ts'

// Bytes stay behind when a draft is sealed.
const said = (value: unknown) => JSON.stringify(value, (key, part: unknown) => (key === 'bytes' ? undefined : part))

/** The backend's answer to the issue this draft corrects, at its field until that is changed. */
export function refusedAt(form: Form, draft: Draft, state: DeskState, say: Say): ReadonlyMap<string, string> {
  const { failure, issue } = (draft.replaces === undefined ? undefined : state.submissions.get(draft.replaces)) ?? {}
  if (!failure?.detail || !issue) return new Map()
  // All that is looked at of an attachment is what travels.
  const sealed = issue as unknown as Draft
  const id = fieldAt(failure.pointer, form, sealed)
  const field = form.fields.find(({ name }) => idOf(name) === id) ?? (id.startsWith('observation-') ? form.fields.find(({ name }) => name === 'observations') : undefined)
  if (id !== wholeForm && field && said(form.value(field, sealed)) !== said(form.value(field, draft))) return new Map()
  return new Map([[id, say('error.field', { detail: failure.detail })]])
}
