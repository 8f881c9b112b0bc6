import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Desk } from '../../desk/desk.ts'
import { Copier } from './copier.ts'
import type { Say } from './say.ts'

/** "Read the answer on another device": the address of one request, laid open when it is asked for. */
export class ClaimLink implements ReactiveController {
  readonly #links = new Map<string, string>()
  readonly #host: LitElement
  readonly #say: Say
  readonly #copier: Copier

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    this.#copier = new Copier(host, say, { copy: 'claim.copy', done: 'copy.done', text: 'claim.field' })
    host.addController(this)
  }

  hostConnected() {}

  /** Nothing where the receipt holds no key to the answers. */
  template(desk: Desk, { id, token }: Receipt) {
    if (!token) return nothing
    const link = this.#links.get(id)
    if (link) return html`<div class="claim"><p class="quiet">${this.#say('claim.hint')}</p><div class="actions">${this.#copier.template(link)}</div></div>`
    return html`<button class="plain" type="button" @click=${() => this.#open(desk, id)}>${this.#say('claim.button')}</button>`
  }

  async #open(desk: Desk, id: string) {
    this.#links.set(id, await desk.claimLink(id))
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector<HTMLElement>('.claim button')?.focus()
  }
}
