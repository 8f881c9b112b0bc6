import type { LitElement, TemplateResult } from 'lit'
import type { Field } from '../../../core/forms/field.ts'
import type { Draft } from '../../../core/issue/draft.ts'
import type { Desk } from '../../../desk/desk.ts'
import type { Say } from '../say.ts'

/** What a field is shown with. */
export interface FieldView {
  readonly field: Field
  /** The id of its first control in the shadow root: where a label points and an error leads. */
  readonly id: string
  /** The owner's words, else ours. */
  readonly label: string
  readonly hint?: string | undefined
  readonly value: unknown
  readonly error: string | undefined
  /** Errors of its parts by id, such as those of single observations. */
  readonly errors: ReadonlyMap<string, string>
  readonly desk: Desk
  readonly draft: Draft
  /** Takes the new value into the draft; undefined empties the field. */
  edit(value: unknown): void
  /** Says something once to those who do not see. */
  announce(text: string): void
}

/** Shows one type of field; made once for each form that has such a field, fetched with the first. */
export interface FieldPart {
  template(view: FieldView): TemplateResult
  /** What the field itself says is wrong with its answer, beyond what the form checks. */
  problem?(view: FieldView): string | undefined
}

export interface FieldPartModule {
  open(host: LitElement, say: Say): FieldPart
}
