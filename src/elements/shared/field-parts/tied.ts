import { html, nothing } from 'lit'
import type { FieldView } from './field-part.ts'

/** The ids of what is said about a field, for `aria-describedby`. */
export const told = ({ id, hint, error }: FieldView) => [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing

/** What every control of a field says of itself. */
export const hintLine = ({ id, hint }: FieldView) => (hint ? html`<p class="hint" id="${id}-hint" dir="auto">${hint}</p>` : nothing)

export const errorLine = ({ id, error }: FieldView) => (error ? html`<p class="error" id="${id}-error" dir="auto">${error}</p>` : nothing)

export const yes = (is: unknown) => (is ? 'true' : nothing)
