import { html, nothing } from 'lit'
import { limits } from '../shared/limits.ts'
import type { Say } from '../shared/say.ts'

export interface TextField {
  /** The id in the shadow root. */
  id: string
  label: string
  value: string
  hint?: string
  error?: string | undefined
  /** In UTF-16 code units; what is left is told near the end, and nothing is ever cut. */
  limit?: number
  required?: boolean
  edit(text: string): void
}

/** How many characters too many. */
export const excess = (text: string | undefined, limit: number) => Math.max(0, (text ?? '').trim().length - limit)

/** A label, its field, its hint and what is wrong with it, tied together. */
export function textField(field: TextField, say: Say) {
  const { id, value, limit = limits.story } = field
  const over = excess(value, limit)
  const left = limit - value.trim().length
  const error = over ? say('error.tooLong', { count: over }) : field.error
  const hint = !over && left < limit / 10 ? say('limit.left', { count: left }) : field.hint
  return html`<div class="field">
    <label for=${id}>${field.label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <textarea
      id=${id}
      dir="auto"
      rows="3"
      .value=${value}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${`${hint ? `${id}-hint` : ''} ${error ? `${id}-error` : ''}`.trim() || nothing}
      @input=${(event: InputEvent) => field.edit((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
  </div>`
}

/** The customer's address, of which only the spelling is checked. */
export function emailField(value: string, error: string | undefined, edit: (email: string) => void, say: Say) {
  return html`<div class="field">
    <label for="contact">${say('contact')}</label>
    <input
      id="contact"
      type="email"
      inputmode="email"
      autocomplete="email"
      .value=${value}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'contact-hint contact-error' : 'contact-hint'}
      @input=${(event: InputEvent) => edit((event.target as HTMLInputElement).value)}
    />
    <p class="hint" id="contact-hint">${say('contact.hint')}</p>
    ${error ? html`<p class="error" id="contact-error">${error}</p>` : nothing}
  </div>`
}
