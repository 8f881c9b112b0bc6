import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Scale } from '../../core/issue/issue.ts'
import type { Say } from '../shared/say.ts'
import { endsOf, nameOf, valuesOf } from '../shared/scale.ts'
import { face } from './faces.ts'
import type { Hesitation } from './hesitation.ts'

interface Row {
  readonly scale: Scale
  readonly question: string
  /** What the question is about, said with it. */
  readonly about: string | undefined
  readonly marked: number | undefined
  readonly locale: string
  readonly hesitation: Hesitation
  readonly say: Say
}

/** The question and its real radio buttons, with what the ends mean. */
export function scaleRow({ scale, question, about, marked, locale, hesitation, say }: Row) {
  const cell = (value: number) => {
    const isLit = scale === 'stars' ? value <= (marked ?? 0) : value === marked
    return html`<label class=${isLit ? 'lit' : ''}>
      <input type="radio" name="scale" aria-label=${nameOf(scale, value, say)} .checked=${live(value === marked)} @change=${() => hesitation.mark(value)} />
      <span class="face" aria-hidden="true">${face(scale, value, locale)}</span>
    </label>`
  }
  const values = valuesOf(scale)
  const ends = endsOf(scale, say)
  // In halves, so that a narrow place breaks it in the middle.
  const halves = scale === 'nps' ? [values.slice(0, 6), values.slice(6)] : [values]
  // By its words: a reference cannot leave the shadow root in every engine.
  return html`<fieldset
    role="radiogroup"
    aria-label=${about ? `${question} ${about}` : question}
    @keydown=${hesitation.onKey}
    @pointerdown=${hesitation.onPointer}
    @focusout=${hesitation.onLeave}
  >
    <legend dir="auto">${question}</legend>
    <div class="scale ${scale}" part="scale">${halves.map(half => html`<div class="row-of" data-count=${half.length}>${half.map(cell)}</div>`)}</div>
    ${ends ? html`<p class="ends quiet" aria-hidden="true"><span>${ends.low}</span><span>${ends.high}</span></p>` : nothing}
  </fieldset>`
}
