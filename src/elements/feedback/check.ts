import type { Draft } from '../../core/issue/draft.ts'
import type { Say } from '../shared/say.ts'
import { limits } from '../shared/limits.ts'
import { fieldAt } from './field-at.ts'
import type { FormPlan } from './form-plan.ts'
import { excess } from './text-field.ts'

/** What is wrong, by the id of its field, in the order of the form. */
export type Errors = Map<string, string>

/** What can be said before sending. `emailWrong` is the browser's own judgement. */
export function check(draft: Draft, { fields, kind }: FormPlan, emailWrong: boolean, say: Say): Errors {
  const errors: Errors = new Map()
  const tooLong = (id: string, text: string | undefined, limit: number) => {
    const count = excess(text, limit)
    if (count) errors.set(id, say('error.tooLong', { count }))
  }
  if (fields.includes('rating') && !draft.rating) errors.set('rating', say('error.rating'))
  if (kind !== 'rating' && fields.includes('story') && !draft.story?.trim()) errors.set('story', say('error.storyMissing'))
  tooLong('story', draft.story, limits.story)
  tooLong('outcome', draft.outcome, limits.outcome)
  draft.observations?.forEach(({ text }, i) => tooLong(`observation-${i}`, text, limits.observation))
  if (emailWrong) errors.set('contact', say('error.email'))
  return errors
}

/** The problems of an `issue/invalid` error, at their fields; undefined for any other error. */
export function problemsIn(error: unknown, say: Say): Errors | undefined {
  const { code, details } = error as { code?: string; details?: { problems?: { pointer: string; message: string }[] } }
  if (code !== 'issue/invalid') return undefined
  const problems = details?.problems ?? []
  return new Map(problems.map(({ pointer, message }) => [fieldAt(pointer), say('error.field', { detail: message })]))
}
