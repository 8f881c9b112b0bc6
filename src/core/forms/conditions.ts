import { isRecord } from '../support/json.ts'
import type { Condition } from './field.ts'
import { isSaid } from './is-said.ts'

/** How deep conditions may be nested, and how many there may be in one. */
const deepest = 8
const most = 100

/** What is read of an answer: of a rating its value. */
const plainly = (answer: unknown) => (isRecord(answer) && typeof answer['value'] === 'number' ? answer['value'] : answer)
const isAnswered = (answer: unknown) => answer !== false && isSaid(answer)

/** Whether a condition holds. `said` tells what a field says; undefined where it is not shown. */
export function holds(condition: Condition, said: (name: string) => unknown): boolean {
  if ('all' in condition) return condition.all.every(each => holds(each, said))
  if ('any' in condition) return condition.any.some(each => holds(each, said))
  if ('not' in condition) return !holds(condition.not, said)
  const { is, in: among, answered, atLeast, atMost } = condition
  const answer = plainly(said(condition.field))
  // Of several choices one is enough.
  const equals = (wanted: unknown) => (Array.isArray(answer) ? answer.includes(wanted) : answer === wanted)
  return (
    (is === undefined || equals(is)) &&
    (among === undefined || among.some(equals)) &&
    (answered === undefined || isAnswered(answer) === answered) &&
    (atLeast === undefined || (typeof answer === 'number' && answer >= atLeast)) &&
    (atMost === undefined || (typeof answer === 'number' && answer <= atMost))
  )
}

const isPlain = (value: unknown) => /^(string|number|boolean)$/.test(typeof value)
const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  field: value => typeof value === 'string',
  is: isPlain,
  in: value => Array.isArray(value) && value.length > 0 && value.every(isPlain),
  answered: value => typeof value === 'boolean',
  atLeast: value => typeof value === 'number',
  atMost: value => typeof value === 'number',
}

/** The names of the fields a condition asks about; undefined where it is no condition, or one without end. */
export function fieldsIn(condition: unknown): string[] | undefined {
  const names: string[] = []
  const visit = (value: unknown, depth: number): boolean => {
    if (!isRecord(value) || depth > deepest || names.length > most) return false
    const keys = Object.keys(value)
    const [only = ''] = keys
    if (keys.length === 1 && only === 'not') return visit(value['not'], depth + 1)
    if (keys.length === 1 && (only === 'all' || only === 'any')) {
      const list = value[only]
      return Array.isArray(list) && list.length > 0 && list.every(each => visit(each, depth + 1))
    }
    names.push(value['field'] as string)
    return keys.length > 1 && keys.includes('field') && keys.every(key => Object.hasOwn(tests, key) && tests[key]!(value[key]))
  }
  return visit(condition, 1) ? names : undefined
}
