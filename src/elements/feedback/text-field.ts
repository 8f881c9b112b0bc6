import { html, nothing, type TemplateResult } from 'lit'
import type { Say } from '../shared/say.ts'

export interface TextField {
  /** The id in the shadow root. */
  id: string
  label: string
  value: string
  hint?: string | undefined
  error?: string | undefined
  /** In UTF-16 code units; what is left is told near the end, and nothing is ever cut. */
  limit?: number | undefined
  required?: boolean
  /** More than one makes it grow with the text; 1 is a line of its `type`. Default 3. */
  lines?: number | undefined
  type?: 'text' | 'email' | 'tel'
  placeholder?: string | undefined
  autocomplete?: string | undefined
  /** A friendly remark on what is being written. */
  remark?: string | undefined
  /** What stands below the field: wishes to tap. */
  below?: TemplateResult | undefined
  edit(text: string): void
}

/** A label, its field, its hint and what is wrong with it, tied together. */
export function textField(field: TextField, say: Say) {
  const { id, value, limit = Infinity, lines = 3, remark, type = 'text' } = field
  const left = limit - value.trim().length
  const error = left < 0 ? say('error.tooLong', { count: -left }) : field.error
  const hint = left >= 0 && left < limit / 10 ? say('limit.left', { count: left }) : field.hint
  const told = [hint && `${id}-hint`, remark && `${id}-remark`, error && `${id}-error`].filter(Boolean).join(' ') || nothing
  const line = (text: string | undefined, name: string) => (text ? html`<p class=${name} id="${id}-${name}">${text}</p>` : nothing)
  const edit = (event: InputEvent) => field.edit((event.target as HTMLInputElement).value)
  const required = field.required ? 'true' : nothing
  const invalid = error ? 'true' : nothing
  const placeholder = field.placeholder ?? nothing
  return html`<div class="field">
    <label for=${id}>${field.label}</label>
    ${line(hint, 'hint')}
    ${lines > 1
      ? html`<textarea
          id=${id}
          dir="auto"
          rows=${lines}
          placeholder=${placeholder}
          .value=${value}
          aria-required=${required}
          aria-invalid=${invalid}
          aria-describedby=${told}
          @input=${edit}
        ></textarea>`
      : html`<input
          id=${id}
          dir="auto"
          type=${type}
          autocomplete=${field.autocomplete ?? nothing}
          placeholder=${placeholder}
          .value=${value}
          aria-required=${required}
          aria-invalid=${invalid}
          aria-describedby=${told}
          @input=${edit}
        />`}
    ${field.below ?? nothing} ${line(remark, 'remark')} ${line(error, 'error')}
  </div>`
}
