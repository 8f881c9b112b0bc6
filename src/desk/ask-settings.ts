import { scales } from '../core/forms/field-rules.ts'
import type { Problem } from '../core/support/errors.ts'
import { isRecord } from '../core/support/json.ts'
import { nearest } from '../core/support/nearest.ts'
import type { Ask } from './config.ts'

type Tell = (problem: Problem) => void

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isNumber = (low: number, high = Infinity) => (value: unknown) => typeof value === 'number' && value >= low && value <= high
const isWords = (value: unknown) => isText(value) || (isRecord(value) && Object.values(value).length > 0 && Object.values(value).every(isText))

type Check = [holds: (value: unknown) => boolean, expected: string]
const text: Check = [isText, 'a text']
const share: Check = [isNumber(0, 1), 'a number from 0 to 1']
const count: Check = [isNumber(0), 'a number that is not negative']

const own: Record<string, Check> = {
  question: [isWords, 'a text, or one by language'],
  about: text,
  topic: text,
  sample: share,
  most: [isNumber(1), 'a number from 1'],
  everyDays: count,
}
const where: Record<string, Check> = { url: text, selector: text }
const moments: Record<string, Check> = {
  event: text,
  seconds: count,
  scrolled: share,
  leaving: [value => typeof value === 'boolean', 'true or false'],
  resolvedDays: count,
}

/** The setting without what is wrong in it: each wrong question becomes a problem and is not asked, the others are. */
export function readAsks(given: readonly unknown[], tell: Tell): Ask[] {
  const ids = new Set<string>()
  return given.filter((ask, index): ask is Ask => {
    const path = `/asks/${index}`
    const complain = (code: string, at: string, message: string) => {
      tell({ code, path: path + at, message: `${message}. This question is not asked` })
      return false
    }
    if (!isRecord(ask) || !isText(ask.id)) return complain('ask/no-id', '/id', 'A question needs an id')
    const id = ask.id as string
    if (ids.has(id)) return complain('ask/same-id', '/id', `There are two questions "${id}"`)
    ids.add(id)
    const wrong = (part: unknown, checks: Record<string, Check>, at: string) => {
      for (const [key, [holds, expected]] of Object.entries(checks)) {
        const value = isRecord(part) ? part[key] : undefined
        if (value !== undefined && !holds(value)) return !complain('ask/wrong-value', `${at}/${key}`, `"${key}" of the question "${id}" must be ${expected}`)
      }
      return false
    }
    const { scale = 'csat', when } = ask
    if (!scales.includes(scale as never)) {
      const meant = typeof scale === 'string' && nearest(scale, scales)
      return complain('ask/unknown-scale', '/scale', `The question "${id}" has a scale nobody knows${meant ? `; did you mean "${meant}"?` : `; there are ${scales.join(', ')}`}`)
    }
    if (wrong(ask, own, '') || wrong(ask.where, where, '/where') || wrong(when, moments, '/when')) return false
    const has = isRecord(when) && Object.keys(moments).some(key => when[key] !== undefined && when[key] !== false)
    return has || complain('ask/no-moment', '/when', `The question "${id}" says nothing of when to ask; "when" takes ${Object.keys(moments).join(', ')}`)
  })
}
