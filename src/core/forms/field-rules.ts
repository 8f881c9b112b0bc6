import type { Scale } from '../issue/issue.ts'
import type { FieldType } from './field.ts'

/** Every type of ours. */
export const fieldTypes: readonly string[] = [
  'text', 'story', 'choice', 'choices', 'rating', 'email', 'phone', 'number', 'date', 'file', 'screenshot', 'element', 'observations', 'consent', 'hidden',
] satisfies FieldType[]

export const scales: readonly Scale[] = ['thumbs', 'csat', 'nps', 'ces', 'stars']

const wording = ['text', 'story', 'choice', 'hidden']

/** The names that have their place in the issue, and what can be kept there. */
export const namesWithPlaces: Readonly<Record<string, readonly string[]>> = {
  story: wording, outcome: wording, summary: wording, rating: ['rating'], observations: ['observations'], contact: ['email', 'hidden'],
  phone: ['phone', 'text', 'hidden'], name: ['text', 'hidden'], element: ['element'], screenshot: ['screenshot'], files: ['file'],
}

/** Whether a field asks for what nobody should type here. */
export function isForbidden({ type, autocomplete }: Record<string, unknown>): boolean {
  return type === 'password' || (typeof autocomplete === 'string' && /(^|\s)(cc-\S*|(current|new)-password|one-time-code)(\s|$)/i.test(autocomplete.slice(0, 1_000)))
}
