import { html, nothing } from 'lit'
import type { View } from '../../desk/view.ts'
import type { Say } from '../shared/say.ts'

/** "Did this help?": one tap; after a no, the form and the person come to the front. */
export function helpful(answer: boolean | undefined, judge: (helpful: boolean) => void, step: (view: View) => void, say: Say) {
  const button = (value: boolean) => html`<button
    class="button second"
    type="button"
    aria-pressed=${answer === value ? 'true' : 'false'}
    @click=${() => judge(value)}
  >
    ${say(value ? 'article.yes' : 'article.no')}
  </button>`
  return html`<fieldset class="helpful">
      <legend>${say('article.helpful')}</legend>
      <div class="actions">${button(true)}${button(false)}</div>
    </fieldset>
    ${answer === undefined ? nothing : html`<p>${say(answer ? 'article.glad' : 'article.sorry')}</p>`}
    ${answer === false
      ? html`<div class="actions">
          <button class="button" type="button" @click=${() => step({ name: 'form', form: 'question' })}>${say('kind.question')}</button>
          <button class="button second" type="button" @click=${() => step({ name: 'people' })}>${say('person')}</button>
        </div>`
      : nothing}`
}
