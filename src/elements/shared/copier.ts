import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { MessageKey } from '../../locale/en.ts'
import type { Say } from './say.ts'

interface Labels { copy: MessageKey; done: MessageKey; text: MessageKey }

/** A button that copies a text, by default the customer's own words. Where the browser gives no clipboard (plain http), the text is laid open, selected. */
export class Copier implements ReactiveController {
  #state: 'idle' | 'copied' | 'open' = 'idle'
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #say: Say
  readonly #labels: Labels

  constructor(host: ReactiveControllerHost & HTMLElement, say: Say, labels: Labels = { copy: 'copy', done: 'copy.done', text: 'copy.text' }) {
    this.#host = host
    this.#say = say
    this.#labels = labels
    host.addController(this)
  }

  hostConnected() {}

  template(text: string) {
    // An element may have several.
    const id = this.#labels.text
    const copy = async () => {
      try {
        // Not there at all on plain http, refused in frames without the permission.
        await navigator.clipboard.writeText(text)
        this.#state = 'copied'
      } catch {
        this.#state = 'open'
      }
      this.#host.requestUpdate()
      await this.#host.updateComplete
      const field = this.#host.shadowRoot?.getElementById(id) as HTMLTextAreaElement | null
      field?.focus()
      field?.select()
    }
    return html`<button class="button second" type="button" @click=${copy}>${this.#say(this.#labels[this.#state === 'copied' ? 'done' : 'copy'])}</button>
      ${this.#state === 'open'
        ? html`<div class="copy"><label for=${id}>${this.#say(this.#labels.text)}</label>
            <textarea id=${id} readonly .value=${text}></textarea></div>`
        : nothing}`
  }
}
