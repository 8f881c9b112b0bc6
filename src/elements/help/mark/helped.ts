import { html, nothing } from 'lit'
import type { Say } from '../../shared/say.ts'

export interface Helped {
  say: Say
  /** The customer's answer so far. */
  answer: boolean | undefined
  /** What was missing has been said. */
  noted: boolean
  judge(helpful: boolean, missing?: string): void
  person(): void
}

/** "Did this help?": a yes is thanked once; after a no comes one question, which may stay open, and the person. */
export function helped({ say, answer, noted, judge, person }: Helped) {
  const button = (value: boolean) => html`<button class="button second" type="button" aria-pressed=${answer === value ? 'true' : 'false'} @click=${() => judge(value)}>
    ${say(value ? 'article.yes' : 'article.no')}
  </button>`
  return html`<fieldset class="helped">
      <legend>${say('article.helpful')}</legend>
      <div class="actions">${button(true)}${button(false)}</div>
    </fieldset>
    ${answer === undefined ? nothing : answer ? html`<p>${say('article.glad')}</p>` : sorry({ say, noted, judge, person })}`
}

function sorry({ say, noted, judge, person }: Pick<Helped, 'say' | 'noted' | 'judge' | 'person'>) {
  const tell = (event: SubmitEvent) => {
    event.preventDefault()
    const text = new FormData(event.target as HTMLFormElement).get('missing')
    if (typeof text === 'string' && text.trim()) judge(false, text.trim())
  }
  return html`<div><button class="button" type="button" @click=${person}>${say('person')}</button></div>
    ${noted
      ? html`<p>${say('article.noted')}</p>`
      : html`<form class="missing" @submit=${tell}>
          <label for="missing">${say('article.missingWhat')}</label>
          <p class="hint" id="missing-hint">${say('article.missingHint')}</p>
          <textarea id="missing" name="missing" rows="2" maxlength="2000" dir="auto" aria-describedby="missing-hint"></textarea>
          <button class="button second">${say('mark.note')}</button>
        </form>`}`
}
