import { html, nothing } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { beginQuestion } from './begin-question.ts'
import { GapConsent } from './gap-consent.ts'
import { limits } from './limits.ts'
import type { Say } from './say.ts'

/** Where the question is asked. */
export interface Asking {
  readonly desk: Desk
  readonly state: DeskState
  readonly article: Article
  /** In the panel, whose own way to a person stays in sight: this one has a name of its own. */
  readonly embedded?: boolean
  readonly reader: { readonly say: Say; announce(text: string): void }
  go(view: View): void
  /** After the answer has changed what is shown; resolves when it is drawn. */
  drawn(): Promise<unknown>
}

/** "Did this help?" of one article: one tap; after a no a person and a question come up front, and what is missing may be said. */
export class Helpful {
  readonly #gaps = new GapConsent()
  #missing = ''
  // Asked once, of somebody who has just said no.
  #asks: 'not' | 'open' | 'noted' = 'not'

  template(asking: Asking) {
    const { desk, state, article, reader } = asking
    const { say, announce } = reader
    const answer = state.journey.articles?.find(({ id }) => id === article.id)?.helpful
    const judge = (helped: boolean) => {
      if (answer === helped) return
      this.#asks = helped ? 'not' : 'open'
      desk.helpful(article.id, helped)
      announce(say(helped ? 'article.glad' : 'article.sorry'))
    }
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
      ${answer === false ? html`${this.#waysOn(asking)} ${this.#whatIsMissing(asking)}` : nothing}`
  }

  /** The person first; whichever way they take, the article is named in their question and nothing is typed twice. */
  #waysOn({ desk, article, embedded, reader: { say }, go }: Asking) {
    const ask = (view: View) => {
      void beginQuestion(desk, `${say('story.about', { title: article.title })} ${this.#missing.trim()}`)
      go(view)
    }
    return html`<div class="actions ways-on">
      <button class="button" type="button" @click=${() => ask({ name: 'people' })}>${say(embedded ? 'person.ask' : 'person')}</button>
      <button class="button second" type="button" @click=${() => ask({ name: 'form', form: 'question' })}>${say('kind.question')}</button>
    </div>`
  }

  #whatIsMissing(asking: Asking) {
    const { desk, state, article, reader } = asking
    const { say, announce } = reader
    if (this.#asks === 'not') return nothing
    if (this.#asks === 'noted') {
      return html`<p class="quiet noted" tabindex="-1">${say('article.noted')}</p>
        ${this.#gaps.template(desk, state, say('gaps.askMissing'), say, announce)}`
    }
    const note = (event: Event) => {
      event.preventDefault()
      if (!this.#missing.trim()) return skip(event)
      desk.helpful(article.id, false, this.#missing.trim())
      this.#asks = 'noted'
      announce(say('article.noted'))
      focusOn(event, '.noted', asking)
    }
    const skip = (event: Event) => {
      this.#asks = 'not'
      focusOn(event, '.ways-on button', asking)
    }
    return html`<form class="missing" @submit=${note}>
      <label for="missing">${say('article.missingWhat')}</label>
      <p class="hint" id="missing-hint">${say('article.missingHint')}</p>
      <textarea
        id="missing"
        rows="2"
        maxlength=${limits.outcome}
        dir="auto"
        aria-describedby="missing-hint"
        .value=${this.#missing}
        @input=${(event: Event) => (this.#missing = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="actions">
        <button class="button second" type="submit">${say('send')}</button>
        <button class="plain" type="button" @click=${skip}>${say('article.skip')}</button>
      </div>
    </form>`
  }
}

/** What was pressed goes away: the focus goes on to what comes next. */
function focusOn(event: Event, selector: string, { drawn }: Asking) {
  const root = (event.target as Element).getRootNode() as ShadowRoot
  void drawn().then(() => root.querySelector<HTMLElement>(selector)?.focus())
}
