import type { Field, FieldDeclaration } from './field.ts'

type Plain = Omit<Field, 'declared' | 'required' | 'options'> & Partial<Pick<Field, 'required' | 'options'>>

const plain = (field: Plain): Field => ({ required: false, options: [], ...field, declared: field as FieldDeclaration })

/** The fields that can be named by their name alone. */
export const standard: Readonly<Record<string, Field>> = Object.fromEntries(
  ([
    { name: 'story', type: 'story', maxLength: 10_000 },
    { name: 'detail', type: 'text', lines: 2, maxLength: 2_000 },
    { name: 'outcome', type: 'text', lines: 2, maxLength: 2_000 },
    { name: 'summary', type: 'text', maxLength: 140 },
    { name: 'rating', type: 'rating', scale: 'csat' },
    { name: 'person', type: 'text', maxLength: 140 },
    { name: 'observations', type: 'observations', maxLength: 2_000 },
    { name: 'contact', type: 'email', autocomplete: 'email' },
    { name: 'phone', type: 'phone', autocomplete: 'tel' },
    { name: 'name', type: 'text', maxLength: 140, autocomplete: 'name' },
    { name: 'element', type: 'element' },
    { name: 'screenshot', type: 'screenshot' },
    { name: 'files', type: 'file' },
    // What can be the matter with a page.
    { name: 'about', type: 'choice', options: ['wrong', 'missing', 'unclear'].map(value => ({ value, label: '' })) },
  ] satisfies Plain[]).map(field => [field.name, plain(field)]),
)

/** The six forms that need no declaration: their fields in the order in which they are asked, with a star where one must answer. */
export const builtIn: Readonly<Record<string, string>> = {
  problem: 'story* detail outcome element screenshot files observations contact',
  question: 'story* screenshot files contact',
  idea: 'story* screenshot files observations contact',
  praise: 'story* person observations contact',
  rating: 'rating* story contact',
  page: 'about story* element screenshot contact',
}

/** The fields of a built-in form; of a kind's own form where no form has that name. */
export function builtInFields(id: string, kind: string): Field[] {
  return builtIn[Object.hasOwn(builtIn, id) ? id : kind]!.split(' ').map(word => {
    const [name = '', star] = word.split(/(?=\*)/)
    return { ...standard[name]!, required: star !== undefined }
  })
}
