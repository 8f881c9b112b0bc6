import { html, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import { adopt } from '../shared/field-parts/adopt.ts'
import { choiceStyles } from '../shared/field-parts/choice-field.styles.ts'
import type { FieldPart } from '../shared/field-parts/field-part.ts'
import { errorLine, hintLine, told, yes } from '../shared/field-parts/tied.ts'
import { tickStyles } from '../shared/field-parts/tick.styles.ts'

/** A sentence of the owner's to agree to. Never ticked beforehand by us; what the draft says is `true` or `false`. */
export function open(host: LitElement): FieldPart {
  adopt(host, tickStyles)
  adopt(host, choiceStyles)
  return {
    template: view => html`<div class="field">
      <label class="choice tick">
        <input
          id=${view.id}
          type="checkbox"
          .checked=${live(view.value === true)}
          aria-required=${yes(view.field.required)}
          aria-invalid=${yes(view.error)}
          aria-describedby=${told(view)}
          @change=${({ target }: Event) => view.edit((target as HTMLInputElement).checked)}
        />
        <span dir="auto">${view.label}</span>
      </label>
      ${hintLine(view)} ${errorLine(view)}
    </div>`,
  }
}
