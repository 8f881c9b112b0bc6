import type { Kind } from '../issue/issue.ts'
import type { FieldDeclaration } from './field.ts'

/** The fields that are known by name alone, and the types whose name goes without saying. */
export const standard: Readonly<Record<string, FieldDeclaration>> = {
  story: { type: 'story', maxLength: 10_000 },
  detail: { type: 'text', lines: 2, maxLength: 2_000 },
  outcome: { type: 'text', lines: 2, maxLength: 2_000 },
  rating: { type: 'rating' },
  person: { type: 'text', maxLength: 140 },
  observations: { type: 'observations', maxLength: 2_000 },
  contact: { type: 'email', autocomplete: 'email' },
  phone: { type: 'phone', autocomplete: 'tel' },
  name: { type: 'text', autocomplete: 'name' },
  element: { type: 'element' },
  screenshot: { type: 'screenshot' },
  files: { type: 'file' },
}

export interface BuiltIn { kind: Kind; fields: readonly (string | FieldDeclaration)[] }

const story: FieldDeclaration = { ...standard['story']!, name: 'story', required: true }

/** What can be the matter with a page; their words are in the locale: `about.wrong`, `about.missing`, `about.unclear`. */
const about: FieldDeclaration = {
  type: 'choice',
  name: 'about',
  options: ['wrong', 'missing', 'unclear'].map(value => ({ value, label: '' })),
}

/** The six forms that need no declaration; in the order in which they are asked. */
export const builtIn: Readonly<Record<string, BuiltIn>> = {
  problem: { kind: 'problem', fields: [story, 'detail', 'outcome', 'element', 'screenshot', 'files', 'observations', 'contact'] },
  question: { kind: 'question', fields: [story, 'screenshot', 'files', 'contact'] },
  idea: { kind: 'idea', fields: [story, 'screenshot', 'files', 'observations', 'contact'] },
  praise: { kind: 'praise', fields: [story, 'person', 'observations', 'contact'] },
  rating: { kind: 'rating', fields: [{ type: 'rating', required: true }, 'story', 'contact'] },
  page: { kind: 'problem', fields: [about, story, 'element', 'screenshot', 'contact'] },
}
