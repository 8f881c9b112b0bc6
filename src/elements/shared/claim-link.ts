import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Desk } from '../../desk/desk.ts'
import type { MessageKey } from '../../locale/en.ts'
import { Copier } from './copier.ts'
import { focusOn } from './focus-on.ts'
import { moment } from './moment.ts'
import type { Say } from './say.ts'

interface Shared { link?: string; code?: { code: string; expiresAt: string }; note?: MessageKey; busy?: boolean }

/** "Read the answer on another device": the address of one request, or a short code, laid open when it is asked for; and a way to end it. */
export class ClaimLink implements ReactiveController {
  // By issue.
  readonly #shared = new Map<string, Shared>()
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
    const { link, code, note } = this.#shared.get(id) ?? {}
    const said = html`<p class="quiet" role="status">${note ? this.#say(note) : nothing}</p>`
    if (!link) return html`<button class="plain" type="button" id="share-${id}" @click=${() => this.#open(desk, id)}>${this.#say('claim.button')}</button>${said}`
    return html`<div class="claim">
      <p class="quiet">${this.#say('claim.hint')}</p>
      <div class="actions">
        ${this.#copier.template(link)}
        <button class="button second" type="button" @click=${() => this.#run(id, async () => ({ code: await desk.claimCode(id) }), `code-${id}`)}>${this.#say('code.get')}</button>
        <button class="plain" type="button" @click=${() => this.#revoke(desk, id)}>${this.#say('claim.revoke')}</button>
      </div>
      ${code
        ? html`<p id="code-${id}" tabindex="-1"><bdi class="code">${code.code}</bdi>
            <span class="quiet">${this.#say('code.until', { time: moment(code.expiresAt, desk.settings.locale) ?? '' })}</span></p>`
        : nothing}
      ${said}
    </div>`
  }

  #open(desk: Desk, id: string) {
    return this.#run(id, async () => ({ link: await desk.claimLink(id) }), undefined, '.claim button')
  }

  async #revoke(desk: Desk, id: string) {
    await this.#run(id, async () => {
      await desk.revokeClaims(id)
      this.#shared.delete(id)
      return { note: 'claim.revoked' }
    }, `share-${id}`)
  }

  /** What could not be done is said, and everything stays as it was. */
  async #run(id: string, act: () => Promise<Shared>, focus?: string, selector?: string) {
    const now = this.#shared.get(id)
    if (now?.busy) return
    this.#shared.set(id, { ...now, busy: true })
    try {
      const done = await act()
      const { busy: _, note: _note, ...rest } = this.#shared.get(id) ?? {}
      this.#shared.set(id, { ...rest, ...done })
      this.#host.requestUpdate()
      if (focus) await focusOn(this.#host, focus)
      await this.#host.updateComplete
      if (selector) this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus()
    } catch {
      this.#shared.set(id, { ...now, note: 'claim.later' })
      this.#host.requestUpdate()
    }
  }
}
