import { html, noChange, nothing, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import type { FieldPart, FieldView } from './field-part.ts'
import { errorLine, hintLine, told, yes } from './tied.ts'

const modes = { phone: 'tel', number: 'decimal', date: undefined } as const
const types = { phone: 'tel', number: 'number', date: 'date' } as const

/**
 * What is typed and is more than words: a phone number, a number, a day. The browser's own controls, so that it is written and
 * read in the customer's way. A number is a number in the draft, a day `YYYY-MM-DD`. What the browser cannot read stays in its
 * control and is empty in the draft; the control's `validity` tells the two apart.
 */
export const open = (_host: LitElement): FieldPart => new Typed()

class Typed implements FieldPart {
  // By field: what its control said last. Writing it back would take the comma out of a number that is being typed.
  readonly #said = new Map<string, unknown>()

  template(view: FieldView) {
    const { id, field, value } = view
    const type = field.type as keyof typeof types
    return html`<div class="field">
      <label for=${id} dir="auto">${view.label}</label>
      ${hintLine(view)}
      <input
        id=${id}
        dir=${type === 'phone' ? 'ltr' : nothing}
        type=${types[type]}
        inputmode=${modes[type] ?? nothing}
        autocomplete=${field.autocomplete ?? (type === 'phone' ? 'tel' : nothing)}
        min=${field.min ?? nothing}
        max=${field.max ?? nothing}
        step=${field.step ?? (type === 'number' ? 'any' : nothing)}
        placeholder=${field.placeholder ?? nothing}
        .value=${this.#said.has(id) && Object.is(this.#said.get(id), value) ? noChange : live(written(value))}
        aria-required=${yes(field.required)}
        aria-invalid=${yes(view.error)}
        aria-describedby=${told(view)}
        @input=${({ target }: Event) => this.#take(view, target as HTMLInputElement)}
      />
      ${errorLine(view)}
    </div>`
  }

  #take({ id, field, edit }: FieldView, { value, valueAsNumber, validity }: HTMLInputElement) {
    const read = validity.badInput || value === '' ? undefined : field.type === 'number' ? valueAsNumber : value
    this.#said.set(id, read)
    edit(read)
  }
}

const written = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
