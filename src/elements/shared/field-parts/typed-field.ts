import { html, noChange, nothing, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import { adopt } from './adopt.ts'
import type { FieldPart, FieldView } from './field-part.ts'
import { errorLine, hintLine, told, yes } from './tied.ts'
import { typedStyles } from './typed-field.styles.ts'

const modes: Readonly<Record<string, string>> = { phone: 'tel', number: 'decimal' }
const types: Readonly<Record<string, string>> = { phone: 'tel', number: 'number', date: 'date', email: 'email' }
const directions: Readonly<Record<string, string>> = { phone: 'ltr', text: 'auto', story: 'auto', email: 'auto' }

/**
 * What is typed: a phone number, a number, a day, and, where there is no form to show them, words. The browser's own controls, so that it is written and
 * read in the customer's way. A number is a number in the draft, a day `YYYY-MM-DD`. What the browser cannot read stays in its
 * control and is empty in the draft; the control's `validity` tells the two apart.
 */
export function open(host: LitElement): FieldPart {
  adopt(host, typedStyles)
  return new Typed()
}

class Typed implements FieldPart {
  // By field: what its control said last. Writing it back would take the comma out of a number that is being typed.
  readonly #said = new Map<string, unknown>()

  template(view: FieldView) {
    const { id, field, value } = view
    const { type } = field
    const said = this.#said.has(id) && Object.is(this.#said.get(id), value) ? noChange : live(written(value))
    const take = ({ target }: Event) => this.#take(view, target as HTMLInputElement | HTMLTextAreaElement)
    return html`<div class="field">
      <label for=${id} dir="auto">${view.label}</label>
      ${hintLine(view)}
      ${type === 'story'
        ? html`<textarea
            id=${id}
            dir="auto"
            rows=${field.lines ?? 3}
            placeholder=${field.placeholder ?? nothing}
            .value=${said}
            aria-required=${yes(field.required)}
            aria-invalid=${yes(view.error)}
            aria-describedby=${told(view)}
            @input=${take}
          ></textarea>`
        : html`<input
            id=${id}
            dir=${directions[type] ?? nothing}
            type=${types[type] ?? 'text'}
            inputmode=${modes[type] ?? nothing}
            autocomplete=${field.autocomplete ?? (type === 'phone' ? 'tel' : nothing)}
            min=${field.min ?? nothing}
            max=${field.max ?? nothing}
            step=${field.step ?? (type === 'number' ? 'any' : nothing)}
            placeholder=${field.placeholder ?? nothing}
            .value=${said}
            aria-required=${yes(field.required)}
            aria-invalid=${yes(view.error)}
            aria-describedby=${told(view)}
            @input=${take}
          />`}
      ${errorLine(view)}
    </div>`
  }

  #take({ id, field, edit }: FieldView, control: HTMLInputElement | HTMLTextAreaElement) {
    const { value, validity } = control
    const read = validity.badInput || value === '' ? undefined : field.type === 'number' ? (control as HTMLInputElement).valueAsNumber : value
    this.#said.set(id, read)
    edit(read)
  }
}

const written = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
