import { html, nothing, type LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { ClaimOffer } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'

/** Asks whether the request whose address was opened is theirs: nothing is taken over unasked. */
export class ClaimQuestion {
  #busy = false
  #failed: 'claim.wrong' | 'claim.later' | undefined
  readonly #host: LitElement
  readonly #say: Say
  /** Called with the id of a request that has been taken over. */
  readonly #taken: (id: string) => void

  constructor(host: LitElement, say: Say, taken: (id: string) => void) {
    this.#host = host
    this.#say = say
    this.#taken = taken
  }

  template(desk: Desk, offered: ClaimOffer | undefined) {
    if (!offered) return nothing
    const { link, reference, summary } = offered
    return html`<div class="claim" role="group" aria-labelledby="claim">
      <p id="claim">${this.#say('claim.offered', { reference })}</p>
      ${summary ? html`<p class="quiet" dir="auto">${summary}</p>` : nothing}
      <p class="error" role="status">${this.#failed ? this.#say(this.#failed) : nothing}</p>
      <div class="actions">
        <button class="button" type="button" aria-disabled=${this.#busy ? 'true' : nothing} @click=${() => this.#take(desk, link)}>${this.#say('claim.take')}</button>
        <button class="button second" type="button" @click=${() => desk.declineClaim()}>${this.#say('claim.decline')}</button>
      </div>
    </div>`
  }

  async #take(desk: Desk, link: string) {
    if (this.#busy) return
    this.#busy = true
    this.#failed = undefined
    this.#host.requestUpdate()
    try {
      this.#taken((await desk.claim(link)).id)
    } catch (error) {
      this.#failed = (error as { code?: string }).code === 'desk/wrong-claim' ? 'claim.wrong' : 'claim.later'
    }
    this.#busy = false
    this.#host.requestUpdate()
  }
}
