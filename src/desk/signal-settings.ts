import { isRecord } from '../core/support/json.ts'
import type { Problem } from '../core/support/errors.ts'
import { nearest } from '../core/support/nearest.ts'
import type { SignalRule, SignalSettings, SignalType } from './config.ts'

/** Every sign there is a detector for. */
export const signalTypes: readonly SignalType[] = [
  'rage-click', 'dead-click', 'field-invalid', 'form-repeated', 'script-error', 'request-failed', 'request-slow',
  'back-and-forth', 'third-visit', 'form-hesitation', 'picture-broken',
]

const usual = 0.6

/** The setting with its defaults, without what is wrong in it: each wrong thing becomes a problem, the rest holds. */
export function readSignalSettings(given: unknown, tell: (problem: Problem) => void): Required<SignalSettings> {
  const complain = (path: string, expected: string) =>
    tell({ code: 'config/wrong-value', path: `/signals${path}`, message: `"signals${path.replaceAll('/', '.')}" must be ${expected}. It is left out` })
  const isType = (value: unknown, path: string): value is SignalType => {
    if (signalTypes.includes(value as SignalType)) return true
    const known = typeof value === 'string' && nearest(value, signalTypes)
    complain(path, `the name of a sign${known ? ` (did you mean "${known}"?)` : ''}`)
    return false
  }
  const list = (value: unknown, path: string): unknown[] => {
    if (Array.isArray(value)) return value
    if (value !== undefined) complain(path, 'a list')
    return []
  }
  const { off, rules, confidence } = isRecord(given) ? given : {}
  const sound = typeof confidence === 'number' && confidence >= 0 && confidence <= 1
  if (confidence !== undefined && !sound) complain('/confidence', 'a number from 0 to 1')
  return {
    off: list(off, '/off').filter((value, index): value is SignalType => isType(value, `/off/${index}`)),
    rules: list(rules, '/rules').filter((value, index): value is SignalRule => {
      const path = `/rules/${index}`
      if (isRule(value)) return isType(value.signal, `${path}/signal`)
      complain(path, '{ signal, where?: { url, selector }, article } in texts')
      return false
    }),
    confidence: sound ? confidence : usual,
  }
}

function isRule(value: unknown): value is SignalRule {
  if (!isRecord(value) || typeof value.article !== 'string') return false
  const { where = {} } = value
  return isRecord(where) && [where.url, where.selector].every(each => each === undefined || typeof each === 'string')
}
