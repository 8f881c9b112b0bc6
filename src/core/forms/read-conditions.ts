import { whatCame } from '../support/what-came.ts'
import { fieldsIn, holds } from './conditions.ts'
import type { Condition, Field } from './field.ts'
import type { Complain } from './read-text.ts'

/** Whether a field is there, by what the fields before it say. */
export type Applies = (field: Field, said: (name: string) => unknown) => boolean

/**
 * What decides which fields are shown; undefined where all always are. A condition that cannot be kept is told and left
 * out: its field is always shown, because a question too many is better than one that is never asked.
 */
export function readConditions(fields: readonly Field[], indexOf: (field: Field) => number, complain: Complain): Applies | undefined {
  const position = new Map(fields.map(({ name }, index) => [name, index]))
  const asks = new Map<string, string[]>()
  for (const { name, declared } of fields) asks.set(name, fieldsIn(declared.showIf) ?? [])

  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    from === to || (!seen.has(from) && (seen.add(from), (asks.get(from) ?? []).some(next => reaches(next, to, seen))))

  const conditions = new Map<string, Condition>()
  fields.forEach((field, index) => {
    const { showIf } = field.declared
    if (showIf === undefined) return
    const tell = (code: string, message: string) => complain(code, `/fields/${indexOf(field)}/showIf`, `${message}. The field is always shown`)
    const names = fieldsIn(showIf)
    if (!names) return tell('form/wrong-condition', 'expected { field, is | in | answered | atLeast | atMost }, { all }, { any } or { not }, at most 8 deep')
    for (const name of names) {
      const at = position.get(name)
      if (at === undefined) return tell('form/unknown-field', `there is no field ${whatCame(name)} in this form`)
      if (reaches(name, field.name)) return tell('form/cycle', `"${field.name}" would wait for "${name}", which waits for "${field.name}"`)
      if (at > index) return tell('form/later-field', `"${name}" comes only after "${field.name}"; a condition asks about earlier fields`)
    }
    conditions.set(field.name, showIf)
  })
  if (!conditions.size) return undefined
  return ({ name }, said) => {
    const condition = conditions.get(name)
    return !condition || holds(condition, said)
  }
}
