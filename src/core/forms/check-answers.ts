import { limits } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import type { Draft } from '../issue/draft.ts'
import { isCalendarDay } from './calendar-day.ts'
import type { Field, FieldProblem } from './field.ts'
import type { Form } from './form.ts'
import { isSaid } from './is-said.ts'

type Flaw = Omit<FieldProblem, 'field'> & { field?: string }
type Check = (value: never, field: Field) => Flaw[]

/** What is wrong with the answers to the fields that are shown, in their order; of one step, counted from 0, or of all. */
export function checkAnswers(form: Form, draft: Draft, step?: number): FieldProblem[] {
  const asked = step === undefined ? undefined : (form.steps[step]?.fields ?? [])
  return form
    .shown(draft)
    .filter(({ name }) => !asked || asked.includes(name))
    .flatMap(field => {
      const value = form.value(field, draft)
      const flaws = isEmpty(value, field) ? missing(field) : (checks[field.tag ? 'own' : field.type]?.(value as never, field) ?? [])
      return flaws.map(flaw => ({ field: field.name, ...flaw }))
    })
}

/** A remark that was begun is judged even where none is asked for. */
function isEmpty(value: unknown, { type }: Field): boolean {
  if (type === 'consent') return value !== true
  if (type === 'observations') return !(value as unknown[] | undefined)?.some(each => isRecord(each) && typeof each['text'] === 'string' && each['text'].trim())
  return !isSaid(value)
}

const missing = ({ required, type }: Field): Flaw[] => (required && type !== 'observations' ? [{ code: 'required' }] : [])

const texts = (value: string, { minLength = 0, maxLength = Infinity, pattern, patternMessage }: Field): Flaw[] => {
  const { length } = value.trim()
  if (length > maxLength) return [{ code: 'too-long', count: length - maxLength }]
  if (length < minLength) return [{ code: 'too-short', count: minLength - length }]
  if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value.trim())) return []
  return [{ code: 'pattern', ...(patternMessage && { message: patternMessage }) }]
}

const bounds = <T extends number | string>(value: T, { min, max }: Field): Flaw[] =>
  min !== undefined && value < (min as T) ? [{ code: 'too-low', bound: min }]
  : max !== undefined && value > (max as T) ? [{ code: 'too-high', bound: max }]
  : []

// As HTML spells an address, and in the part after the @ also letters of other scripts: some browsers take those, and leave them.
const label = '[a-zA-Z0-9\\u0080-\\uffff](?:[a-zA-Z0-9\\u0080-\\uffff-]{0,61}[a-zA-Z0-9\\u0080-\\uffff])?'
const address = new RegExp(`^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})*$`)

const isPhone = (value: string) => {
  const digits = value.match(/\p{Nd}/gu)?.length ?? 0
  return digits > 3 && digits < 21 && /^(?:[\p{Nd}\s+()./,;#*\u2010-\u2015x-]|ext)+$/iu.test(value)
}

const isOffered = (value: unknown, { options }: Field) => options.some(option => option.value === value)

/** How far a number is from the nearest step, in steps. */
const off = (value: number, { min, step }: Field): number => {
  const steps = (value - (typeof min === 'number' ? min : 0)) / step!
  return Math.abs(steps - Math.round(steps))
}

const checks: Readonly<Record<string, Check>> = {
  text: texts,
  story: texts,
  own: (value: unknown, field) => (typeof value === 'string' ? texts(value, field) : []),
  email: (value: string, field) => (address.test(value.trim()) ? texts(value, field) : [{ code: 'email' }]),
  phone: (value: string, field) => (isPhone(value.trim()) ? texts(value, field) : [{ code: 'phone' }]),
  number(value: unknown, field) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [{ code: 'number' }]
    const beyond = bounds(value, field)
    return beyond.length || field.step === undefined || off(value, field) < 1e-6 ? beyond : [{ code: 'step', bound: field.step }]
  },
  date: (value: string, field) => (isCalendarDay(value) ? bounds(value, field) : [{ code: 'date' }]),
  choice: (value: unknown, field) => (isOffered(value, field) ? [] : [{ code: 'not-offered' }]),
  choices: (value: unknown[], field) => (value.every(each => isOffered(each, field)) ? [] : [{ code: 'not-offered' }]),
  rating(value: unknown, { scale }) {
    const { value: given, max, ...rest } = isRecord(value) ? value : {}
    const whole = Number.isInteger(given) && Number.isInteger(max) && (given as number) >= 0 && (given as number) <= (max as number)
    return whole && rest['scale'] === scale ? [] : [{ code: 'not-offered' }]
  },
  observations: (value: { text?: unknown }[], { maxLength = limits.observation }) => [
    ...value.flatMap((remark, index) => {
      const count = (typeof remark?.text === 'string' ? remark.text.trim().length : 0) - maxLength
      return count > 0 ? [{ field: `observations/${index}`, code: 'too-long' as const, count }] : []
    }),
    ...(value.length > limits.observations ? [{ code: 'too-high' as const, bound: limits.observations }] : []),
  ],
}
