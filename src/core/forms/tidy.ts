import type { Draft } from '../issue/draft.ts'
import type { Field } from './field.ts'
import { isSaid } from './is-said.ts'
import { place, taken } from './places.ts'

/** Without what is empty; undefined when nothing is left. */
function filled<T extends object>(parts: T | undefined): T | undefined {
  const entries = Object.entries(parts ?? {}).filter(([, value]) => isSaid(value))
  return entries.length ? (Object.fromEntries(entries) as T) : undefined
}

/**
 * Fields that are not `present` say nothing, whatever was typed before they went; `hidden` ones say what the form begins with,
 * unless the draft says otherwise. What belongs to no field of the form stays.
 */
export function tidied(fields: readonly Field[], present: readonly Field[], initial: Partial<Draft>, draft: Draft): Draft {
  let next = draft
  for (const field of fields) {
    const own = taken(field, draft) ?? (field.type === 'hidden' ? taken(field, initial as Draft) : undefined)
    next = { ...next, ...place(field, next, present.includes(field) && isSaid(own) ? own : undefined) }
  }
  const contact = Object.entries(next.contact ?? {}).map(([part, text]) => [part, typeof text === 'string' ? text.trim() : text])
  return filled({ ...next, contact: filled(Object.fromEntries(contact)), subject: filled(next.subject), answers: filled(next.answers) }) as Draft
}
