import { limits, type Scale } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import { nearest } from '../support/nearest.ts'
import { safePattern } from '../support/safe-pattern.ts'
import { whatCame } from '../support/what-came.ts'
import { isCalendarDay } from './calendar-day.ts'
import type { Field, FieldDeclaration } from './field.ts'
import { fieldTypes, isForbidden, namesWithPlaces } from './field-rules.ts'
import { readOptions } from './read-options.ts'
import { longest, readText, type Complain } from './read-text.ts'
import { standard } from './standard.ts'
import { takeFlag, takeScale, valueTaker } from './value-taker.ts'

export interface FieldSurroundings {
  locale: string
  /** The custom elements of the owner's own types. */
  tags: ReadonlyMap<string, string>
  /** The scale of ratings that name none. */
  scale?: Scale | undefined
  complain: Complain
}

/** The names that go without saying, by type. */
const usualName: Readonly<Record<string, string>> = {
  story: 'story', rating: 'rating', email: 'contact', phone: 'phone', file: 'files', screenshot: 'screenshot', element: 'element', observations: 'observations',
}

/** The field as it is shown; undefined where it cannot be. Single wrong parts are told and left out. */
export function readField(given: Record<string, unknown>, { locale, tags, scale, complain }: FieldSurroundings): Field | undefined {
  const { type } = given
  if (isForbidden(given)) {
    return void complain('form/forbidden-field', '', 'passwords, card numbers and one-time codes are never asked for; the field is left out')
  }
  if (typeof type !== 'string' || !(fieldTypes.includes(type) || tags.has(type))) {
    const close = typeof type === 'string' && nearest(type, [...fieldTypes, ...tags.keys()])
    return void complain('form/unknown-type', '/type', `expected a type of ours or one of the setting "fieldTypes", and got ${whatCame(type)}${close ? `; did you mean "${close}"?` : ''}. The field is left out`)
  }
  const name = given['name'] ?? (Object.hasOwn(usualName, type) ? usualName[type] : undefined)
  if (typeof name !== 'string' || !/^[a-z][\w-]{0,63}$/i.test(name) || Object.hasOwn(Object.prototype, name)) {
    return void complain('form/no-name', '/name', `expected a name of at most 64 letters, digits, "_" and "-" that begins with a letter, and got ${whatCame(name)}. The field is left out`)
  }
  const allowed = Object.hasOwn(namesWithPlaces, name) && namesWithPlaces[name]
  if (allowed && !allowed.includes(type) && !tags.has(type)) {
    return void complain('form/wrong-type-for-name', '/type', `"${name}" has its place in every issue, and is of the type ${allowed.join(' or ')}; give the field another name. It is left out`)
  }
  const options = readOptions(given['options'], locale, complain)
  if (!options.length && /^choices?$/.test(type)) {
    return void complain('form/no-options', '/options', 'expected a list of what can be chosen. The field is left out')
  }

  const named = standard.get(name)
  const known = named?.type === type ? named : undefined
  const text = (key: 'label' | 'hint' | 'placeholder' | 'patternMessage') => {
    const words = readText(given[key], longest[key], locale, `/${key}`, complain)
    return words === undefined ? undefined : { [key]: words }
  }
  const take = valueTaker(given, complain)
  const count = (key: string, most: number) =>
    take<number>(key, `a whole number from 0 to ${most}`, value => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most)

  const most = known?.maxLength ?? limits.story
  const lengths = inOrder({ minLength: count('minLength', most), maxLength: count('maxLength', most) ?? known?.maxLength }, complain)
  const isBound = type === 'date' ? isCalendarDay : (value: unknown) => typeof value === 'number' && Number.isFinite(value)
  const bound = (key: string) => take<number | string>(key, type === 'date' ? 'a day as YYYY-MM-DD' : 'a number', isBound)
  const bounds = /^(number|date)$/.test(type) ? inOrder({ min: bound('min'), max: bound('max') }, complain) : {}
  const pattern = take<string>('pattern', 'a regular expression', value => typeof value === 'string')
  const judged = pattern === undefined ? undefined : safePattern(pattern)
  if (judged && 'reason' in judged) complain('form/bad-pattern', '/pattern', `${whatCame(pattern)} ${judged.reason}. It is left out`)
  const own = takeScale(take)
  const extra = {
    pattern: judged && 'pattern' in judged ? pattern : undefined,
    step: take<number>('step', 'a number above 0', value => typeof value === 'number' && value > 0 && Number.isFinite(value)),
    scale: type === 'rating' ? (own ?? scale ?? 'csat') : undefined,
    autocomplete: take<string>('autocomplete', 'a text as in HTML', value => typeof value === 'string' && value.length < 100) ?? known?.autocomplete,
    lines: count('lines', 40) ?? known?.lines,
    expects: take<Field['expects']>('expects', 'a list of "number" and "date"', value => Array.isArray(value) && value.every(each => each === 'number' || each === 'date')),
    sensitive: takeFlag(take, 'sensitive'),
    tag: tags.get(type),
  }
  take('fromUrl', 'the name of a parameter', value => typeof value === 'string' && value !== '' && value.length <= 100)
  return {
    type,
    name,
    required: takeFlag(take, 'required') ?? false,
    ...text('label'),
    ...text('hint'),
    ...text('placeholder'),
    ...text('patternMessage'),
    ...present({ ...lengths, ...bounds, ...extra }),
    options,
    declared: given as unknown as FieldDeclaration,
  } as Field
}

/** Bounds that can be kept; where the lower one is above the upper one, neither is. */
function inOrder<T extends Record<string, number | string | undefined>>(pair: T, complain: Complain): Partial<T> {
  const [[low = '', lowest], [high = '', highest]] = Object.entries(pair) as [[string, number | undefined], [string, number | undefined]]
  if (lowest === undefined || highest === undefined || lowest <= highest) return pair
  complain('form/min-above-max', `/${low}`, `expected at most ${high} (${highest}), and got ${lowest}. Both are left out`)
  return {}
}

const present = (parts: object) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))

/** Whether a declaration can be read at all. */
export const isDeclaration = (given: unknown): given is Record<string, unknown> => isRecord(given)
