import { html, nothing, type LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'

/** "Have a code from another device?": one field, opened when it is wanted. */
export class CodeEntry {
  #open = false
  #busy = false
  #code = ''
  #failed: 'code.wrong' | 'claim.later' | undefined
  readonly #host: LitElement
  readonly #say: Say
  readonly #taken: (id: string) => void

  /** @param taken is called with the id of a request that has been taken over. */
  constructor(host: LitElement, say: Say, taken: (id: string) => void) {
    this.#host = host
    this.#say = say
    this.#taken = taken
  }

  template(desk: Desk) {
    return html`<div class="enter-code">
      <button class="plain" type="button" aria-expanded=${this.#open ? 'true' : 'false'} aria-controls="enter-code" @click=${this.#toggle}>${this.#say('code.have')}</button>
      <form id="enter-code" novalidate ?hidden=${!this.#open} @submit=${(event: Event) => this.#take(desk, event)}>
        <div class="field">
          <label for="code">${this.#say('code.label')}</label>
          <p class="hint" id="code-hint">${this.#say('code.hint')}</p>
          <input id="code" dir="ltr" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" .value=${this.#code}
            aria-invalid=${this.#failed ? 'true' : nothing} aria-describedby="code-hint code-error"
            @input=${({ target }: Event) => (this.#code = (target as HTMLInputElement).value)} />
          <p class="error" id="code-error" role="status">${this.#failed ? this.#say(this.#failed) : nothing}</p>
        </div>
        <div><button class="button second" aria-disabled=${this.#busy ? 'true' : nothing}>${this.#say('code.take')}</button></div>
      </form>
    </div>`
  }

  readonly #toggle = () => {
    this.#open = !this.#open
    this.#host.requestUpdate()
    if (this.#open) void focusOn(this.#host, 'code')
  }

  async #take(desk: Desk, event: Event) {
    event.preventDefault()
    const code = this.#code.trim()
    if (this.#busy) return
    this.#busy = true
    this.#failed = undefined
    this.#host.requestUpdate()
    try {
      if (!code) throw Object.assign(new Error('Nothing was typed'), { code: 'desk/wrong-claim' })
      const { id } = await desk.claim(code)
      this.#open = false
      this.#code = ''
      this.#taken(id)
    } catch (error) {
      this.#failed = (error as { code?: string }).code === 'desk/wrong-claim' ? 'code.wrong' : 'claim.later'
      void focusOn(this.#host, 'code')
    }
    this.#busy = false
    this.#host.requestUpdate()
  }
}
