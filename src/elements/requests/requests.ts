import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, Request } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { again } from '../shared/again.ts'
import { ClaimLink } from '../shared/claim-link.ts'
import { controls } from '../shared/controls.ts'
import { fields } from '../shared/fields.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { ClaimQuestion } from './claim-question.ts'
import { requestItem } from './request-item.ts'
import { requestsStyles } from './requests.styles.ts'

provideAllWords()

/**
 * What was sent from this device, newest first, with the answers.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @cssprop --earshot-accent - Colour of buttons, links and focus.
 * @cssprop --earshot-radius - Corners of rows and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 */
export class EarshotRequests extends StepElement {
  static override styles = [tokens, controls, fields, requestsStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, request: {}, list: { state: true }, failed: { state: true } }

  /** The id of the one to open at first. */
  declare request: string | undefined

  declare private list: readonly Request[] | undefined
  declare private failed: boolean
  #asked: Desk | undefined
  #shown: string | undefined
  readonly #open = new Set<string>()
  readonly #claim = new ClaimLink(this, this.words)
  readonly #question = new ClaimQuestion(this, this.words, id => this.#taken(id))

  constructor() {
    super()
    this.failed = false
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#asked = undefined
  }

  protected override willUpdate() {
    super.willUpdate()
    const { desk } = this.found
    if (this.request && this.request !== this.#shown) this.#open.add((this.#shown = this.request))
    if (desk && desk !== this.#asked) this.#ask(desk)
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    if (!before || state.submissions === before.submissions || !this.found.desk) return
    // The attempts in between are shown from the state; only an outcome, or a new one, is worth asking for.
    const news = [...state.submissions].some(([id, { status }]) => {
      const then = before.submissions.get(id)?.status
      return then !== status && (!then || status === 'accepted' || status === 'refused')
    })
    if (news) this.#ask(this.found.desk)
  }

  protected override isHere(view: View) {
    return view.name === 'requests'
  }

  protected body(desk: Desk, state: DeskState) {
    return html`<div class="stack">
      <h2 tabindex="-1" part="title">${this.say('requests.title')}</h2>
      ${this.#question.template(desk, state.claim)}
      ${this.failed
        ? html`<p>${this.say('requests.failed')}</p>
            <div><button class="button second" type="button" @click=${() => this.#ask(desk)}>${this.say('article.again')}</button></div>`
        : this.list?.length
          ? html`<ul>${this.list.map(request => this.#item(desk, state, request))}</ul>`
          : html`<p class="quiet">${this.list ? this.say('requests.empty') : nothing}</p>`}
    </div>`
  }

  #item(desk: Desk, state: DeskState, asked: Request) {
    const now = asked.status === 'accepted' ? undefined : state.submissions.get(asked.id)
    const request = { ...asked, ...(now && { status: now.status, durable: now.durable, ...(now.dueAt !== undefined && { dueAt: now.dueAt }) }) }
    const open = this.#open.has(request.id)
    const toggle = () => {
      if (!this.#open.delete(request.id)) this.#open.add(request.id)
      this.requestUpdate()
    }
    const change = () => this.step(again(desk, request.issue))
    return requestItem({ request, locale: desk.settings.locale, open, toggle, change, claim: request.receipt && this.#claim.template(desk, request.receipt) }, this.words)
  }

  #taken(id: string) {
    this.#open.add(id)
    if (this.found.desk) this.#ask(this.found.desk)
    this.focus()
  }

  #ask(desk: Desk) {
    this.#asked = desk
    desk.requests().then(
      list => {
        // An answer for a desk that has been changed meanwhile is not shown.
        if (this.#asked !== desk) return
        this.list = list
        this.failed = false
      },
      () => (this.failed = !this.list),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-requests': EarshotRequests
  }
}
