import type { Draft } from '../issue/draft.ts'
import type { Field } from './field.ts'

type Place = Pick<Field, 'name' | 'type'>

const own = new Set(['story', 'outcome', 'summary', 'rating', 'observations'])

/** Where the parts of `contact` come from, by field. Names that every object has are no names of fields. */
export const contactParts: Readonly<Record<string, 'email' | 'phone' | 'name'>> = { contact: 'email', phone: 'phone', name: 'name' }

const isFile = (type: string) => type === 'screenshot' || type === 'file'

/** What a draft says in the place of a field; undefined where something is kept there that the field could not have said. */
export function taken({ name, type }: Place, draft: Draft): unknown {
  const part = contactParts[name]
  const value =
    own.has(name) ? draft[name]
    : part ? draft.contact?.[part]
    : type === 'element' ? draft.subject?.element
    : isFile(type) ? draft.attachments?.filter(({ field }) => field === name)
    : draft.answers?.[name]
  const fits =
    /^(text|story|email|phone|date)$/.test(type) ? typeof value === 'string'
    : /^(choices|observations)$/.test(type) ? Array.isArray(value)
    : value !== null
  return fits ? value : undefined
}

/** The part of the draft that changes when a field says something else; undefined empties the place. */
export function place({ name, type }: Place, draft: Draft, value: unknown): Partial<Draft> {
  const part = contactParts[name]
  if (own.has(name)) return { [name]: value }
  if (part) return { contact: { ...draft.contact, [part]: value } as NonNullable<Draft['contact']> }
  if (type === 'element') return { subject: { ...draft.subject, element: value } as NonNullable<Draft['subject']> }
  if (isFile(type)) {
    const others = draft.attachments?.filter(({ field }) => field !== name) ?? []
    return { attachments: [...others, ...((value as Draft['attachments']) ?? [])] }
  }
  return { answers: { ...draft.answers, [name]: value } }
}
