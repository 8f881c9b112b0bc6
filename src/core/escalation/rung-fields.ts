import type { Problem } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { whatCame } from '../support/what-came.ts'
import type { Rung } from './ladder.ts'

type Field = Exclude<keyof Rung, 'id' | 'name' | 'kind'>

const isText = (value: unknown): value is string => typeof value === 'string'
const areTexts = (value: unknown) => Array.isArray(value) && value.length <= most && value.every(isText)
const isHours = (value: unknown) => typeof value === 'number' && value >= 0 && Number.isFinite(value)
const isPerhaps = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value)

// Each costs time whenever somebody asks who is there.
const most = 1_000

const checks: Record<Field, [holds: (value: unknown) => boolean, expected: string]> = {
  to: [isText, 'a text'],
  avatar: [isText, 'a text'],
  hours: [isText, 'opening hours in a text'],
  timeZone: [isText, 'the name of a time zone'],
  holidays: [areTexts, 'a list of days as YYYY-MM-DD'],
  answersWithin: [isHours, 'a number of hours that is not negative'],
  languages: [value => areTexts(value) && isLanguages(value as string[]), 'a list of language tags such as "de"'],
  topics: [areTexts, 'a list of texts'],
  measured: [value => typeof value === 'boolean', 'true or false'],
  exceptions: [
    value => Array.isArray(value) && value.length <= most && value.every(each => isRecord(each) && isText(each.date) && isPerhaps(isText)(each.hours)),
    'a list of days, each with a date and, where somebody is there, hours',
  ],
  for: [value => value === 'everyone' || value === 'identified', '"everyone" or "identified"'],
  after: [value => isRecord(value) && isPerhaps(isText)(value.tried) && isPerhaps(isHours)(value.hours), '{ tried, hours }'],
}

function isLanguages(tags: string[]): boolean {
  try {
    return !!Intl.getCanonicalLocales(tags)
  } catch {
    return false
  }
}

/** What a rung says besides who it is, without what cannot be what was meant. Fields nobody knows are left out. */
export function rungFields(given: Readonly<Record<string, unknown>>, path: string, tell: (problem: Problem) => void): Partial<Rung> {
  const read: Record<string, unknown> = {}
  for (const [key, [holds, expected]] of Object.entries(checks)) {
    const value = given[key]
    if (value === undefined) continue
    if (holds(value)) read[key] = value
    else tell({ code: 'ladder/wrong-value', path: `${path}/${key}`, message: `"${key}" must be ${expected}; got ${whatCame(value)}. It is left out` })
  }
  return read as Partial<Rung>
}
