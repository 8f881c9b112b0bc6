import { html, nothing, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import { provideAllWords } from '../all-words.ts'
import type { Say } from '../say.ts'
import { adopt } from './adopt.ts'
import { choiceStyles } from './choice-field.styles.ts'
import type { FieldPart, FieldView } from './field-part.ts'
import { errorLine, hintLine, told, yes } from './tied.ts'
import { tickStyles } from './tick.styles.ts'

// More are a list that opens: a column of radio buttons would fill a phone.
const most = 7

type Value = string | number

/** One of several, or several: radio buttons, a list that opens, or checkboxes. The options keep their types. */
export function open(host: LitElement, say: Say): FieldPart {
  provideAllWords()
  adopt(host, tickStyles)
  adopt(host, choiceStyles)
  return {
    template(view) {
      const { type, options } = view.field
      return type === 'choices' ? boxes(view) : options.length > most ? list(view, say) : radios(view, say)
    },
  }
}

function radios(view: FieldView, say: Say) {
  const { id, field, value } = view
  const chosen = field.options.some(option => option.value === value)
  return html`<fieldset role="radiogroup" aria-required=${yes(field.required)} aria-invalid=${yes(view.error)} aria-describedby=${told(view)}>
    <legend dir="auto">${view.label}</legend>
    ${hintLine(view)}
    <div class="choices">
      ${field.options.map(
        (option, i) => html`<label class="choice tick">
          <input
            id=${i ? nothing : id}
            type="radio"
            name=${id}
            .checked=${live(option.value === value)}
            @change=${() => view.edit(option.value)}
          />
          <span dir="auto">${option.label}</span>
        </label>`,
      )}
    </div>
    ${field.required
      ? nothing
      : html`<div class="leave-open quiet">
          ${chosen ? html`<button class="plain" type="button" @click=${(event: Event) => leaveOpen(view, event)}>${say('choice.clear')}</button>` : nothing}
        </div>`}
    ${errorLine(view)}
  </fieldset>`
}

// A radio button cannot be taken back by itself; the button that does it goes with it, and hands focus on.
const leaveOpen = ({ id, edit }: FieldView, { currentTarget }: Event) => {
  ;((currentTarget as Element).getRootNode() as ShadowRoot).getElementById(id)?.focus()
  edit(undefined)
}

function list(view: FieldView, say: Say) {
  const { id, field, value } = view
  const take = ({ target }: Event) => view.edit(field.options[(target as HTMLSelectElement).selectedIndex - 1]?.value)
  return html`<div class="field">
    <label for=${id} dir="auto">${view.label}</label>
    ${hintLine(view)}
    <select id=${id} aria-required=${yes(field.required)} aria-invalid=${yes(view.error)} aria-describedby=${told(view)} @change=${take}>
      <option .selected=${live(!field.options.some(option => option.value === value))}>${say('choice.none')}</option>
      ${field.options.map(option => html`<option dir="auto" .selected=${live(option.value === value)}>${option.label}</option>`)}
    </select>
    ${errorLine(view)}
  </div>`
}

function boxes(view: FieldView) {
  const { id, field, value } = view
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const turn = (turned: Value) => {
    const next = field.options.map(option => option.value).filter(each => chosen.includes(each) !== (each === turned))
    view.edit(next.length ? next : undefined)
  }
  return html`<fieldset aria-describedby=${told(view)}>
    <legend dir="auto">${view.label}</legend>
    ${hintLine(view)}
    <div class="choices">
      ${field.options.map(
        (option, i) => html`<label class="choice tick">
          <input id=${i ? nothing : id} type="checkbox" .checked=${live(chosen.includes(option.value))} @change=${() => turn(option.value)} />
          <span dir="auto">${option.label}</span>
        </label>`,
      )}
    </div>
    ${errorLine(view)}
  </fieldset>`
}
