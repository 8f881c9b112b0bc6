import type { Field, FieldDeclaration } from './field.ts'

/** A field that is as its name says, but for what is given. */
export function plain(name: string, given: Partial<Field> = {}): Field {
  const field = { type: name, name, required: false, options: [], ...given }
  return { ...field, declared: field as FieldDeclaration }
}

const words = (maxLength: number): Partial<Field> => ({ type: 'text', maxLength })
const wish = { ...words(2_000), lines: 2 }

const fields: Readonly<Record<string, Partial<Field>>> = {
  story: { maxLength: 10_000 },
  detail: wish,
  outcome: wish,
  person: words(140),
  contact: { type: 'email', autocomplete: 'email' },
  rating: { scale: 'csat' },
  files: { type: 'file' },
  // What can be the matter with a page.
  about: { type: 'choice', options: ['wrong', 'missing', 'unclear'].map(value => ({ value, label: '' })) },
}

/** The six forms that need no declaration: their fields in the order in which they are asked, with a star where one must answer. */
const builtIn: Readonly<Record<string, string>> = {
  problem: 'story* detail outcome element screenshot files observations contact',
  question: 'story* screenshot files contact',
  idea: 'story* screenshot files observations contact',
  praise: 'story* person observations contact',
  rating: 'rating* story contact',
  page: 'about story* element screenshot contact',
}

/** The fields of a built-in form; of a kind's own form where no form has that name. */
export const builtInFields = (id: string, kind: string): Field[] =>
  builtIn[Object.hasOwn(builtIn, id) ? id : kind]!.split(' ').map(word => {
    const name = word.replace('*', '')
    return plain(name, { ...fields[name], required: word !== name })
  })

/** What forms are fitted to. */
export interface Fitting {
  /** Types of fields the owner switched off. */
  off?: readonly string[]
  /** Who can be praised by name; offered to be tapped. */
  people?: readonly string[]
}

/** The fields as they are shown here. */
export const fitting = (all: readonly Field[], { off = [], people = [] }: Fitting): Field[] =>
  all
    .filter(({ type }) => !off.includes(type))
    .map(field => (field.name === 'person' && !field.options.length ? { ...field, options: people.map(value => ({ value, label: value })) } : field))
