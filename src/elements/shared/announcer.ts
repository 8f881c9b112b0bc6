import { html, type ReactiveControllerHost } from 'lit'

/** One live region that exists before it speaks. Render `template` once, anywhere in the shadow root. */
export class Announcer {
  #text = ''
  #turn = false
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Politely. The same sentence twice is spoken twice: a no-break space makes it new. Handed on as it is: it is bound. */
  readonly announce = (text: string) => {
    this.#turn = !this.#turn
    this.#text = text + (this.#turn ? '' : '\u00a0')
    this.#host.requestUpdate()
  }

  get template() {
    return html`<div class="announcer" role="status" aria-live="polite">${this.#text}</div>`
  }
}
