import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, Request } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { again } from '../shared/again.ts'
import { Announcer } from '../shared/announcer.ts'
import { ClaimLink } from '../shared/claim-link.ts'
import { ClosingPart } from '../shared/closing.ts'
import { controls } from '../shared/controls.ts'
import { fields } from '../shared/fields.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import type { CaseRoom } from './case-room.ts'
import { ClaimQuestion } from './claim-question.ts'
import { CodeEntry } from './code-entry.ts'
import { QueueNote } from './queue-note.ts'
import { requestItem } from './request-item.ts'
import { requestsStyles } from './requests.styles.ts'
import { saidIn, type Said } from './said-in.ts'
import { Sight } from './sight.ts'

provideAllWords()

/**
 * What was sent from this device, newest first, with the answers, and all that can be done about it.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @cssprop --earshot-accent - Colour of buttons, links and focus.
 * @cssprop --earshot-radius - Corners of rows and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotEscalateEvent} earshot-escalate - Before a case is taken further; it may be stopped.
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
  #room: CaseRoom | undefined
  #roomComing: Promise<unknown> | undefined
  readonly #open = new Set<string>()
  readonly #announcer = new Announcer(this)
  readonly #announce = (text: string) => this.#announcer.announce(text)
  readonly #claim = new ClaimLink(this, this.words)
  readonly #question = new ClaimQuestion(this, this.words, id => this.#taken(id))
  readonly #code = new CodeEntry(this, this.words, id => this.#taken(id))
  readonly #closing = new ClosingPart(this, this.words, this.#announce)
  readonly #queue = new QueueNote(this, this.words, view => this.step(view))
  readonly #sight = new Sight(this, count => this.#announce(this.say('requests.came', { count })))

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
    const { desk } = this.found
    if (!before || !desk) return
    // The attempts in between are shown from the state; only an outcome, or a new one, is worth asking for.
    const news = state.submissions !== before.submissions && [...state.submissions].some(([id, { status }]) => {
      const then = before.submissions.get(id)?.status
      return then !== status && (!then || status === 'accepted' || status === 'refused')
    })
    // One this list does not have yet, such as that of another device.
    const unknown = state.threads !== before.threads && this.list && [...(state.threads?.keys() ?? [])].some(id => !this.list!.some(request => request.id === id))
    if (news || unknown) this.#ask(desk, true)
  }

  protected override isHere(view: View) {
    return view.name === 'requests'
  }

  protected body(desk: Desk, state: DeskState) {
    return html`<div class="stack">
        <h2 tabindex="-1" part="title">${this.say('requests.title')}</h2>
        ${this.#queue.template(state, this.list ?? [], desk.settings.locale)}
        ${this.#question.template(desk, state.claim)} ${this.#closing.template(desk, state.closing)}
        ${this.failed
          ? html`<p>${this.say('requests.failed')}</p>
              <div><button class="button second" type="button" @click=${() => this.#ask(desk)}>${this.say('article.again')}</button></div>`
          : this.list?.length
            ? html`<ul class="list">${this.list.map(request => this.#item(desk, state, saidIn(request, state)))}</ul>`
            : html`<p class="quiet">${this.list ? this.say('requests.empty') : nothing}</p>`}
        ${this.#code.template(desk)}
      </div>
      ${this.#announcer.template}`
  }

  protected override updated(changes: PropertyValues) {
    super.updated(changes)
    const { desk, state } = this.found
    if (!desk || !state || !this.list) return
    this.#sight.look(desk, this.list.filter(({ id }) => this.#open.has(id)).map(request => saidIn(request, state)))
  }

  #item(desk: Desk, state: DeskState, said: Said) {
    const { request, messages, underway, owner, unread } = said
    const { id, receipt } = request
    const open = this.#open.has(id)
    const toggle = () => {
      if (!this.#open.delete(id)) this.#open.add(id)
      this.#sight.forget(id)
      this.requestUpdate()
    }
    const live = open && request.status === 'accepted' && receipt
    if (live) this.#enter()
    const fresh = open ? this.#sight.fresh(said) : new Set<string>()
    return requestItem(
      {
        request,
        said: { messages, underway, fresh, owner, locale: desk.settings.locale, answersIn: this.#room?.answersIn },
        unread,
        open,
        toggle,
        change: () => void again(desk, request.issue).then(view => this.step(view)),
        room: live ? this.#room?.template({ desk, state, request, messages, owner }) : undefined,
        claim: receipt && this.#claim.template(desk, receipt),
      },
      this.words,
    )
  }

  /** What can be done comes with the first case that is opened; who reads without it can read. */
  #enter() {
    const coming = async () => (await import('./case-room.ts')).open(this, this.words, { announce: this.#announce, step: view => this.#go(view) })
    this.#roomComing ??= coming().then(
      room => {
        this.#room = room
        this.requestUpdate()
      },
      () => (this.#roomComing = undefined),
    )
  }

  /** Another request is in this very list. */
  #go(view: View) {
    if (view.name !== 'request' || !this.list?.some(({ id }) => id === view.id)) return this.step(view)
    this.#open.add(view.id)
    this.requestUpdate()
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(`request-${view.id}`)?.focus())
  }

  #taken(id: string) {
    this.#open.add(id)
    if (this.found.desk) this.#ask(this.found.desk)
    this.focus()
  }

  /** @param gently because something has come by itself, which it may do again and again. */
  #ask(desk: Desk, gently = false) {
    this.#asked = desk
    const show = (list: Request[]) => {
      // An answer for a desk that has been changed meanwhile is not shown.
      if (this.#asked !== desk) return
      this.list = list
      this.failed = false
    }
    // A backend that takes its time keeps nobody from what is known here; that there is nothing only it can say.
    if (gently || !this.list) void desk.requests({ known: true, gently }).then(list => list.length && (gently || !this.list) && show(list), () => {})
    desk.requests({ gently }).then(show, () => (this.failed = !this.list))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-requests': EarshotRequests
  }
}
