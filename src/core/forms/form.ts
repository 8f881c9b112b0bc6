import type { Draft } from '../issue/draft.ts'
import type { Kind, Scale } from '../issue/issue.ts'
import type { Field, FieldDeclaration, FieldProblem, Hint, Text } from './field.ts'
import type { FormKind } from './kind-of.ts'

/** One screenful of a form, where the owner wants it in steps. */
export interface Step { readonly title?: Text; readonly fields: readonly string[] }

/**
 * A declared set of fields. The built-in ones (`problem`, `question`, `idea`, `praise`, `rating`, `page`) need no declaration; one
 * with such an id changes only what it says. A field named only by its name is the built-in one of that name.
 */
export interface FormDeclaration {
  id: string
  /** Default: that of the built-in form of this id, else `problem`. */
  kind?: Kind
  title?: Text
  intro?: Text
  /** What the button that sends says. */
  send?: Text
  topic?: string
  /** The department it is for; default: that of its topic. */
  audience?: string
  fields?: readonly (string | FieldDeclaration)[]
  /** Of the field `rating`. */
  scale?: Scale
  /** Realistic wishes to tap, for the field `outcome`. */
  outcomes?: readonly Text[]
  /** Friendly remarks while the story is written. Default true. */
  hints?: boolean
  steps?: readonly Step[]
}

/** A form as it is shown: checked, whole, in the customer's language. The desk hands it out. */
export interface Form {
  readonly id: string
  readonly kind: FormKind
  /** Absent where the words are Earshot's own. */
  readonly title?: string
  readonly intro?: string
  readonly send?: string
  readonly topic?: string
  readonly audience?: string
  readonly fields: readonly Field[]
  /** The names of the fields of each step; one step with all of them unless the owner asked for more. */
  readonly steps: readonly { readonly title?: string; readonly fields: readonly string[] }[]
  readonly hinting: boolean
  /** What an untouched form begins with. */
  readonly initial: Partial<Draft>
  /** The fields to show for what has been answered, in order. `hidden` ones are not among them. */
  shown(draft: Draft): readonly Field[]
  value(field: Field, draft: Draft): unknown
  /** What to hand to `desk.edit` when the field says something else; undefined empties it. */
  patch(field: Field, draft: Draft, value: unknown): Partial<Draft>
  /** What is wrong with the fields that are shown, in their order; of one step, or of all. */
  problems(draft: Draft, step?: number): Promise<readonly FieldProblem[]>
  hints(draft: Draft): Promise<readonly Hint[]>
  /** The draft as it is sealed: without answers to fields that are not shown, without empty remarks, with topic and audience. */
  outgoing(draft: Draft): Draft
}
