import type { FieldProblem } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import { problemWords } from '../shared/field-parts/problem-words.ts'
import type { Say } from '../shared/say.ts'
import { fieldAt } from './field-at.ts'
import type { FieldParts } from './field-parts.ts'
import { idOf } from './id-of.ts'

/** What is wrong, by the id of the control it is said at, in the order of the form. */
export type Errors = Map<string, string>

/** The field of a problem: `observations/2` is one of `observations`. */
export const nameOf = ({ field }: FieldProblem): string => field.split('/')[0]!

/**
 * What is wrong, in the order of the form: what the form found, what the browser says of its own controls (`twelfth` in a field
 * for numbers is empty to a script) and what the owner's elements say of theirs. A field that could not be fetched cannot be answered.
 */
export function problemsOf(form: Form, draft: Draft, own: readonly FieldProblem[], root: ShadowRoot, parts: FieldParts | undefined): FieldProblem[] {
  return form.shown(draft).flatMap(({ name, type, tag }): FieldProblem[] => {
    if (parts?.isMissing({ type, tag })) return []
    const found = own.filter(problem => nameOf(problem) === name)
    if (found.length) return found
    const { validity } = (root.getElementById(idOf(name)) ?? {}) as Partial<HTMLInputElement>
    const message = parts?.problem(name)
    if (message) return [{ field: name, code: 'custom', message }]
    if (tag || (!validity?.badInput && !validity?.typeMismatch)) return []
    return [{ field: name, code: type === 'email' || type === 'number' || type === 'date' ? type : 'custom' }]
  })
}

/** Where a problem is said: `observations/2` has a control of its own. */
export function idOfProblem({ field }: FieldProblem): string {
  const [name, index] = field.split('/')
  return index === undefined ? idOf(field) : `${name === 'observations' ? 'observation' : idOf(name!)}-${index}`
}

/** Problems in words. The first of each field counts. */
export function errorsOf(problems: readonly FieldProblem[], form: Form, say: Say): Errors {
  const errors: Errors = new Map()
  for (const problem of problems) {
    const id = idOfProblem(problem)
    if (!errors.has(id)) errors.set(id, problemWords(problem, form, say))
  }
  return errors
}

/** The problems of an `issue/invalid` error, at their fields; undefined for any other error. */
export function problemsIn(error: unknown, form: Form, draft: Draft, say: Say): Errors | undefined {
  const { code, details } = error as { code?: string; details?: { problems?: { pointer: string; message: string }[] } }
  if (code !== 'issue/invalid') return undefined
  const problems = details?.problems ?? []
  return new Map(problems.map(({ pointer, message }) => [fieldAt(pointer, form, draft), say('error.field', { detail: message })]))
}
