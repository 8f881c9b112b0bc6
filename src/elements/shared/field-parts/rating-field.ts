import { html, nothing, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Rating } from '../../../core/issue/issue.ts'
import { endsOf, highest, nameOf, valuesOf } from '../scale.ts'
import { provideAllWords } from '../all-words.ts'
import type { Say } from '../say.ts'
import { adopt } from './adopt.ts'
import { choiceStyles } from './choice-field.styles.ts'
import type { FieldPart } from './field-part.ts'
import { errorLine, hintLine, told, yes } from './tied.ts'
import { tickStyles } from './tick.styles.ts'

/** A rating within a form: real radio buttons, sent with the rest. */
export function open(host: LitElement, say: Say): FieldPart {
  provideAllWords()
  adopt(host, tickStyles)
  adopt(host, choiceStyles)
  return {
    template(view) {
      const { id, field } = view
      const { scale = 'csat' } = field
      const rating = view.value as Rating | undefined
      const shown = rating?.scale === scale ? rating.value : undefined
      const ends = endsOf(scale, say)
      return html`<fieldset role="radiogroup" aria-required=${yes(field.required)} aria-invalid=${yes(view.error)} aria-describedby=${told(view)}>
        <legend dir="auto">${view.label}</legend>
        ${hintLine(view)}
        <div class="choices in-a-row">
          ${valuesOf(scale).map(
            (value, i) => html`<label class="choice tick">
              <input
                id=${i ? nothing : id}
                type="radio"
                name=${id}
                aria-label=${nameOf(scale, value, say)}
                .checked=${live(shown === value)}
                @change=${() => view.edit({ scale, value, max: highest(scale) })}
              />
              ${scale === 'thumbs' ? nameOf(scale, value, say) : value}
            </label>`,
          )}
        </div>
        ${ends ? html`<p class="hint ends" aria-hidden="true"><span>${ends.low}</span><span>${ends.high}</span></p>` : nothing}
        ${errorLine(view)}
      </fieldset>`
    },
  }
}
