import { html, nothing, type LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { Closing } from '../../desk/state.ts'
import { adopt } from './field-parts/adopt.ts'
import { closingStyles } from './closing.styles.ts'
import type { Say } from './say.ts'

type Answer = Parameters<Desk['answerClosing']>[0]

/** The end of the loop: what changed because of the customer, with thanks; days later, whether it holds. */
export class ClosingPart {
  #busy: Closing | undefined
  readonly #host: LitElement
  readonly #say: Say
  readonly #announce: (text: string) => void

  constructor(host: LitElement, say: Say, announce: (text: string) => void) {
    this.#host = host
    this.#say = say
    this.#announce = announce
  }

  template(desk: Desk, closing: Closing | undefined) {
    if (!closing) return nothing
    adopt(this.#host, closingStyles)
    const { type, summary, message } = closing
    const button = (answer: Answer, look: string, label: string) =>
      html`<button class=${look} type="button" @click=${() => this.#answer(desk, closing, answer)}>${label}</button>`
    return html`<section class="closing" aria-labelledby="closing">
      <h3 id="closing">${this.#say(type === 'changed' ? 'closing.changed' : 'closing.holds')}</h3>
      ${summary ? html`<p class="quiet" dir="auto">${summary}</p>` : nothing}
      ${type === 'changed'
        ? html`<p class="text" dir="auto">${message.text}</p>
            <p class="quiet">${message.author?.name ? this.#say('closing.thanksBy', { name: message.author.name }) : this.#say('closing.thanks')}</p>
            <div>${button('seen', 'button second', this.#say('closing.seen'))}</div>`
        : html`<div class="actions">
            ${button('holds', 'button second', this.#say('closing.yes'))} ${button('holds-not', 'button second', this.#say('closing.no'))}
            ${button('later', 'plain', this.#say('ask.no'))}
          </div>`}
    </section>`
  }

  async #answer(desk: Desk, closing: Closing, answer: Answer) {
    if (this.#busy === closing) return
    this.#busy = closing
    try {
      await desk.answerClosing(answer)
      if (answer === 'holds') this.#announce(this.#say('outcome.glad'))
      if (answer === 'holds-not') this.#announce(this.#say('outcome.sorry'))
      // What was pressed is gone; the view begins at its heading.
      this.#host.focus()
    } catch {
      this.#busy = undefined
      this.#announce(this.#say('error.notKept'))
    }
  }
}
