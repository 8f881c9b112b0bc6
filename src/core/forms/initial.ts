import type { Draft } from '../issue/draft.ts'
import { messageOf, type Problem } from '../support/errors.ts'
import { pointerOf } from '../support/json-pointer.ts'
import { isRecord } from '../support/json.ts'
import { shorten } from '../support/whole-at.ts'
import { isCalendarDay } from './calendar-day.ts'
import type { Field } from './field.ts'
import { contactParts, place } from './places.ts'
import { withoutControls } from './without-controls.ts'

export interface Beginnings {
  /** What the host page knows, by field; not for how the customer can be reached. */
  prefill?: unknown
  /** JSON pointer of `prefill`, for what is wrong in it. */
  path: string
  /** A parameter of the page's address. Asked only for what a field names in `fromUrl`. */
  parameter(name: string): string | undefined
  tell(problem: Problem): void
}

const longest = 2_000
const isContact = (name: string) => Object.hasOwn(contactParts, name)

/** What an untouched form begins with: what the host page knows, else the page's address, else what is declared. */
export function initialOf(fields: readonly Field[], { prefill, path, parameter, tell }: Beginnings): Partial<Draft> {
  const known = isRecord(prefill) ? prefill : {}
  const complain = (name: string, why: string) =>
    tell({ code: 'form/wrong-prefill', path: path + pointerOf([name.slice(0, 100)]), message: `A form cannot begin with this: ${why}. It is left out` })
  for (const name of Object.keys(known).slice(0, 1_000)) {
    if (!fields.some(each => each.name === name)) complain(name, 'there is no such field in this form')
    else if (isContact(name)) complain(name, 'only the field itself may say how a customer can be reached')
  }
  let draft = {} as Draft
  for (const field of fields) {
    try {
      const { fromUrl, value: declared } = field.declared
      const given = [
        Object.hasOwn(known, field.name) && !isContact(field.name) ? known[field.name] : undefined,
        typeof fromUrl === 'string' && fromUrl !== '' ? parameter(fromUrl) : undefined,
        declared,
      ]
      const value = given.map(each => asAnswer(each, field)).find(each => each !== undefined)
      if (value !== undefined) draft = { ...draft, ...place(field, draft, value) }
    } catch (error) {
      complain(field.name, `it could not be read: ${messageOf(error)}`)
    }
  }
  return draft
}

/** The value as the field would have said it; undefined where it could not have. Consent is only ever the customer's. */
function asAnswer(value: unknown, field: Field): unknown {
  const { type, options, tag } = field
  const offered = (each: unknown) => (/^(string|number)$/.test(typeof each) ? options.find(({ value }) => String(value) === String(each))?.value : undefined)
  if (value === undefined || value === null) return undefined
  switch (type) {
    case 'text': case 'story': case 'email': case 'phone': return textOf(value, field)
    case 'hidden': return typeof value === 'boolean' || Number.isFinite(value) ? value : textOf(value, field)
    case 'number': {
      const number = typeof value === 'string' && value.trim() ? Number(value) : value
      return Number.isFinite(number) ? number : undefined
    }
    case 'date': return isCalendarDay(value) ? value : undefined
    case 'choice': return offered(value)
    case 'choices': {
      const chosen = (Array.isArray(value) ? value : [value]).map(offered).filter(each => each !== undefined)
      return chosen.length ? [...new Set(chosen)] : undefined
    }
    case 'rating': return isRecord(value) && value['scale'] === field.scale ? value : undefined
    default: return tag === undefined ? undefined : typeof value === 'string' ? textOf(value, field) : value
  }
}

/** Without control characters and without marks that turn the writing direction around; what is too long ends in an ellipsis. */
function textOf(value: unknown, { maxLength = longest, type }: Field): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const raw = String(value).slice(0, 100_000)
  const lines = type === 'story' || type === 'text' ? raw.replace(/\r\n?/g, '\n') : raw.replace(/\s+/g, ' ')
  return shorten(withoutControls(lines).trim(), maxLength) || undefined
}
