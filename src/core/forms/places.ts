import type { Draft } from '../issue/draft.ts'
import type { Field } from './field.ts'

const own = new Set(['story', 'outcome', 'summary', 'rating', 'observations'])
const contact: Readonly<Record<string, 'email' | 'phone' | 'name'>> = { contact: 'email', phone: 'phone', name: 'name' }

/** What a draft says in the place of a field. */
export function taken({ name, type }: Field, draft: Draft): unknown {
  if (own.has(name)) return draft[name]
  if (Object.hasOwn(contact, name)) return draft.contact?.[contact[name]!]
  if (type === 'element') return draft.subject?.element
  if (type === 'screenshot' || type === 'file') return draft.attachments?.filter(({ field }) => field === name)
  return draft.answers && Object.hasOwn(draft.answers, name) ? draft.answers[name] : undefined
}

/** The part of the draft that changes when a field says something else; undefined empties the place. */
export function place({ name, type }: Field, draft: Draft, value: unknown): Partial<Draft> {
  if (own.has(name)) return { [name]: value }
  if (Object.hasOwn(contact, name)) return { contact: { ...draft.contact, [contact[name]!]: value } as NonNullable<Draft['contact']> }
  if (type === 'element') return { subject: { ...draft.subject, element: value } as NonNullable<Draft['subject']> }
  if (type === 'screenshot' || type === 'file') {
    const others = draft.attachments?.filter(({ field }) => field !== name) ?? []
    return { attachments: [...others, ...((value as Draft['attachments']) ?? [])] }
  }
  return { answers: { ...draft.answers, [name]: value } }
}
