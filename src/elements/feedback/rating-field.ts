import { html, nothing } from 'lit'
import type { Rating, Scale } from '../../core/issue/issue.ts'
import { highest, nameOf, valuesOf } from '../shared/scale.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'

provideAllWords()

/** A rating within a form: real radio buttons, sent with the rest. */
export function ratingField(scale: Scale, rating: Rating | undefined, error: string | undefined, pick: (rating: Rating) => void, say: Say) {
  return html`<fieldset aria-describedby=${error ? 'rating-error' : nothing}>
    <legend>${say(`rating.${scale}`)}</legend>
    <div class="scale">
      ${valuesOf(scale).map(
        (value, i) => html`<label>
          <input
            id=${i ? nothing : 'rating'}
            type="radio"
            name="rating"
            aria-label=${nameOf(scale, value, say)}
            .checked=${rating?.value === value}
            @change=${() => pick({ scale, value, max: highest(scale) })}
          />
          ${scale === 'thumbs' ? nameOf(scale, value, say) : value}
        </label>`,
      )}
    </div>
    ${error ? html`<p class="error" id="rating-error">${error}</p>` : nothing}
  </fieldset>`
}
