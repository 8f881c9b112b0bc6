import { isRecord } from '../support/json.ts'
import { whatCame } from '../support/what-came.ts'
import type { Field } from './field.ts'
import type { Form } from './form.ts'
import { longest, readText, type Complain } from './read-text.ts'

/** The steps with every field in one of them; undefined where the form has none, or none that can be used. */
export function readSteps(given: unknown, fields: readonly Field[], locale: string, complain: Complain): Form['steps'] | undefined {
  if (given === undefined) return undefined
  if (!Array.isArray(given)) return void complain('form/wrong-value', '/steps', `expected a list of steps, and got ${whatCame(given)}. It is left out`)
  const waiting = new Set(fields.filter(({ type }) => type !== 'hidden').map(({ name }) => name))
  const names = new Set(fields.map(({ name }) => name))
  const steps = given.slice(0, fields.length).flatMap((step: unknown, index) => {
    const path = `/steps/${index}`
    const { title, fields: list } = isRecord(step) ? step : {}
    if (!Array.isArray(list)) return complain('form/wrong-step', path, 'expected { title?, fields } with the names of its fields. It is left out'), []
    const here = list.slice(0, 1_000).filter((name: unknown, at): name is string => {
      if (typeof name === 'string' && waiting.delete(name)) return true
      const known = names.has(name as string)
      complain(known ? 'form/duplicate-name' : 'form/unknown-field', `${path}/fields/${at}`, `${known ? 'expected every field in one step, once, and not a hidden one' : 'there is no such field in this form'}: ${whatCame(name)}. It is left out`)
      return false
    })
    const words = readText(title, longest.title, locale, `${path}/title`, complain)
    return here.length ? [{ ...(words && { title: words }), fields: here }] : []
  })
  const last = steps.pop()
  if (!last) return undefined
  if (waiting.size) complain('form/field-in-no-step', '/steps', `expected every field in a step; ${[...waiting].map(name => `"${name}"`).join(', ')} ${waiting.size > 1 ? 'come' : 'comes'} with the last one`)
  return [...steps, { ...last, fields: [...last.fields, ...waiting] }]
}
