import { messageOf, type Problem } from '../support/errors.ts'
import { pointerOf } from '../support/json-pointer.ts'
import { isRecord } from '../support/json.ts'
import { whatCame } from '../support/what-came.ts'
import type { Fitting } from './built-in.ts'
import { fieldTypes as ownTypes } from './field-rules.ts'
import type { OwnForm } from './form-of.ts'
import { readForm } from './read-form.ts'
import type { Complain } from './read-text.ts'

const mostForms = 100
const mostProblems = 20

// HTML's own: valid in every other way, and taken.
const taken = /^(annotation-xml|color-profile|font-face(-src|-uri|-format|-name)?|missing-glyph)$/

/** The owner's own types of fields that can be used, and their elements. What is wrong is told. */
export function checkFieldTypes(given: Readonly<Record<string, unknown>>, tell: (problem: Problem) => void): Map<string, string> {
  const tags = new Map<string, string>()
  for (const [type, tag] of Object.entries(given)) {
    const path = pointerOf(['fieldTypes', type.slice(0, 100)])
    const wrong = (code: string, message: string) => tell({ code, path, message: `${message}. The type is left out` })
    if (ownTypes.includes(type) || type === 'password') wrong('form/type-taken', `"${type}" cannot be a type of your own`)
    else if (typeof tag !== 'string' || !/^[a-z][\w.-]*-[\w.-]*$/.test(tag) || /[A-Z]/.test(tag) || tag.length > 100 || taken.test(tag) || tag.startsWith('earshot-')) {
      wrong('form/bad-tag', `Expected the name of a custom element, such as "my-map", and got ${whatCame(tag)}`)
    } else tags.set(type, tag)
  }
  return tags
}

export interface CheckOptions extends Fitting {
  /** BCP 47; the language the labels are picked in. */
  locale: string
  fieldTypes?: Readonly<Record<string, unknown>> | undefined
  tell(problem: Problem): void
}

/** The owner's forms by id, as far as they can be used. What is wrong is told with its place, and the rest holds. Never throws. */
export function checkForms(
  given: readonly unknown[],
  { fieldTypes = {}, tell, ...surroundings }: CheckOptions,
): Map<string, OwnForm> {
  const forms = new Map<string, OwnForm>()
  const tags = checkFieldTypes(fieldTypes, tell)
  if (given.length > mostForms) tell({ code: 'form/too-many-forms', path: '/forms', message: `Expected at most ${mostForms} forms, and got ${given.length}; the rest is left out` })
  given.slice(0, mostForms).forEach((form, index) => {
    const path = `/forms/${index}`
    let told = 0
    const complain: Complain = (code, place, message) => {
      if (++told > mostProblems) return
      const more = told === mostProblems ? '. There is more to mend in this form, which is not told' : ''
      tell({ code, path: path + place, message: `In this form${place && ` at ${place}`}: ${message}${more}` })
    }
    try {
      if (!isRecord(form)) return complain('form/not-a-form', '', `expected an object with an id, and got ${whatCame(form)}`)
      const { id } = form
      if (typeof id !== 'string' || !id.trim() || id.length > 100) return complain('form/no-id', '/id', `expected a text of at most 100 characters, and got ${whatCame(id)}. The form is left out`)
      if (forms.has(id)) return complain('form/duplicate-id', '/id', `expected every id once, and got ${whatCame(id)} again. The second form is left out`)
      forms.set(id, readForm({ ...form, id }, { ...surroundings, tags, complain }))
    } catch (error) {
      complain('form/unreadable', '', `it could not be read: ${messageOf(error)}. The built-in form is shown instead`)
    }
  })
  return forms
}
