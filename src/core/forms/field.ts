import type { Scale } from '../issue/issue.ts'

/** Words for customers: the same in every language, or one by language tag, with `en` where none fits. */
export type Text = string | { readonly [language: string]: string }

export type FieldType =
  | 'text' | 'story' | 'choice' | 'choices' | 'rating' | 'email' | 'phone' | 'number' | 'date'
  | 'file' | 'screenshot' | 'element' | 'observations' | 'consent' | 'hidden'

/** When a field is shown: by what was answered before. */
export type Condition =
  | { readonly field: string; readonly is?: unknown; readonly in?: readonly unknown[]; readonly answered?: boolean; readonly atLeast?: number; readonly atMost?: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** Without a label it is called by its value. */
export type Option = string | number | { readonly value: string | number; readonly label?: Text }

/**
 * One field, as an owner declares it. Some names have their place in the issue: `story`, `outcome`, `summary`, `rating`,
 * `observations`, `contact` (an email address), `phone` and `name` (also in `contact`), `element` (in `subject`), `screenshot` and
 * `files` (attachments). Every other name is a key of `answers`.
 */
export interface FieldDeclaration {
  /** One of ours, or a key of the setting `fieldTypes`. */
  type: FieldType | (string & {})
  /** Default: the name its type stands for. */
  name?: string
  label?: Text
  hint?: Text
  placeholder?: Text
  required?: boolean
  minLength?: number
  /** In UTF-16 code units. What is left is told near the end; nothing is ever cut. */
  maxLength?: number
  /** A regular expression over the whole value, as in HTML; with `patternMessage` for what to say. */
  pattern?: string
  patternMessage?: Text
  /** Numbers; for `date`, days as YYYY-MM-DD. */
  min?: number | string
  max?: number | string
  step?: number
  /** Of `choice` and `choices`; for `text` and `story` what may be tapped instead of typed. */
  options?: readonly Option[]
  scale?: Scale
  showIf?: Condition
  /** What it says before anybody typed. */
  value?: unknown
  /** The name of a parameter in the page's address to begin with; nothing is read without it. */
  fromUrl?: string
  autocomplete?: string
  /** More lines than one; `text` only. */
  lines?: number
  /** What the form expects to be told, for a gentle hint when it is missing: `number`, `date`. */
  expects?: readonly ('number' | 'date')[]
  /** Not kept in the draft: gone with a reload. */
  sensitive?: boolean
  readonly [more: string]: unknown
}

/** One field, as it is shown: checked, with every default, in the customer's language. */
export interface Field {
  readonly type: string
  readonly name: string
  /** Absent where the words are Earshot's own. */
  readonly label?: string
  readonly hint?: string
  readonly placeholder?: string
  readonly required: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly patternMessage?: string
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  /** A label is empty where the words are Earshot's own: `<field>.<value>` in the locale, such as `about.wrong`. */
  readonly options: readonly { readonly value: string | number; readonly label: string }[]
  readonly scale?: Scale
  readonly autocomplete?: string
  readonly lines?: number
  readonly expects?: readonly ('number' | 'date')[]
  /** Not kept on the device. */
  readonly sensitive?: boolean
  /** The custom element that shows it, where the type is the owner's own. */
  readonly tag?: string
  /** As declared, for elements of the owner's own. */
  readonly declared: FieldDeclaration
}

/** What is wrong with an answer. The words come from the locale, unless the owner gave them. */
export interface FieldProblem {
  /** The field's name; of one observation `observations/<index>`. */
  readonly field: string
  readonly code:
    | 'required' | 'too-short' | 'too-long' | 'pattern' | 'too-low' | 'too-high' | 'step' | 'email' | 'phone' | 'number' | 'date'
    | 'not-offered' | 'custom'
  /** The owner's own words. */
  readonly message?: string
  /** How many characters too many or missing; the bound that was crossed. */
  readonly count?: number
  readonly bound?: number | string
}

/** A friendly remark on what is being written; never in the way. */
export interface Hint {
  readonly field: string
  readonly code: 'no-number' | 'no-date' | 'very-long' | 'only-capitals'
}
