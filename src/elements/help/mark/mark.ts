import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { Desk } from '../../../desk/desk.ts'
import { enMark } from '../../../locale/en-mark.ts'
import { Announcer } from '../../shared/announcer.ts'
import type { Say } from '../../shared/say.ts'
import { provideWords } from '../../shared/words.ts'
import type { Answer } from './answer.ts'
import { describe } from './describe.ts'
import { markSheet } from './mark.styles.ts'
import { nameOf } from './name-of.ts'
import { targetOf } from './target.ts'

provideWords('en', enMark)

/** The element that is a mark. */
export interface MarkHost extends LitElement {
  readonly article: string | undefined
  readonly for: string | undefined
  readonly words: Say
}

/**
 * The little question mark, and the popover that opens from it. It opens when it is pressed, never by itself or in passing;
 * what is in the popover, and how it is placed, is fetched when a pointer or the focus comes near.
 */
export class Mark implements ReactiveController {
  readonly #host: MarkHost
  readonly #announcer: Announcer
  #desk: Desk | undefined
  #open = false
  #failed = false
  #answer: Answer | undefined
  #anchored: (() => void) | undefined
  #undescribe: (() => void) | undefined
  #described: Element | undefined

  constructor(host: MarkHost) {
    this.#host = host
    this.#announcer = new Announcer(host)
    host.shadowRoot!.adoptedStyleSheets.push(markSheet)
    // Who hands focus back to the host means the mark: a closing panel does.
    host.focus = options => this.#button?.focus(options)
    host.addController(this)
    host.requestUpdate()
  }

  get #button() {
    return this.#host.shadowRoot!.querySelector<HTMLElement>('#mark')
  }

  get #popover() {
    return this.#host.shadowRoot!.querySelector<HTMLElement>('#answer')
  }

  hostConnected() {}

  hostUpdated() {
    if (!this.#host.isConnected) return
    const target = this.#host.article ? targetOf(this.#host) : undefined
    if (target !== this.#described) {
      this.#undescribe?.()
      this.#described = target
      this.#undescribe = target && describe(target, this.#host)
    }
    if (this.#answer && this.#host.article && this.#answer.id !== this.#host.article) void this.#answer.read(this.#desk!, this.#host.article)
    if (!this.#open || this.#anchored || !this.#popover) return
    this.#popover.showPopover?.()
    this.#anchored = () => {}
    const [button, popover] = [this.#button!, this.#popover]
    void import('../../shared/anchor.ts').then(({ anchor }) => {
      // It may have been closed meanwhile; without its place it stands in the middle.
      if (this.#open) this.#anchored = anchor(button, popover)
    }, () => {})
  }

  hostDisconnected() {
    this.#close()
    this.#undescribe?.()
    this.#described = this.#undescribe = undefined
  }

  template(desk: Desk) {
    const { words: say } = this.#host
    this.#desk = desk
    const label = nameOf(targetOf(this.#host))
    return html`<div class="mark" @keydown=${this.#onKey} @focusout=${this.#onLeave}>
        <button id="mark" part="mark" type="button" aria-controls="answer"
          aria-label=${label ? say('mark.about', { label }) : say('mark.this')} aria-expanded=${this.#open ? 'true' : 'false'}
          @click=${() => (this.#open ? this.#close() : this.#show())} @pointerenter=${this.#fetch} @focus=${this.#fetch}>
          <span aria-hidden="true">${say('mark.sign')}</span>
        </button>
        <div id="answer" part="answer" popover="manual" role="group" aria-label=${say('help')} ?hidden=${!this.#open}>
          ${this.#open ? this.#content(desk) : nothing}
        </div>
      </div>
      ${this.#announcer.template}`
  }

  #content(desk: Desk) {
    const { words: say } = this.#host
    if (this.#answer) return this.#answer.template(desk)
    return this.#failed
      ? html`<p>${say('part.failed')}</p><button class="plain" type="button" @click=${() => desk.open({ name: 'people' })}>${say('person')}</button>`
      : html`<p class="quiet">${say('article.busy')}</p>`
  }

  readonly #fetch = () => {
    // The part of the page it is about may have come, or been renamed, since.
    this.#host.requestUpdate()
    return import('./answer.ts')
  }

  #show() {
    this.#open = true
    this.#failed = false
    document.addEventListener('pointerdown', this.#onPress, true)
    void this.#fetch().then(
      ({ Answer }) => {
        if (!this.#open || !this.#host.article) return
        this.#answer = new Answer(this.#host, { close: () => this.#close(), announce: this.#announcer.announce })
        void this.#answer.read(this.#desk!, this.#host.article)
      },
      () => ((this.#failed = true), this.#host.requestUpdate()),
    )
  }

  /** Focus goes back to the mark from inside the popover, and stays where it is elsewhere. */
  #close() {
    if (!this.#open) return
    this.#open = false
    document.removeEventListener('pointerdown', this.#onPress, true)
    const inside = this.#popover?.contains(this.#host.shadowRoot!.activeElement)
    if (inside) this.#button?.focus()
    this.#anchored?.()
    this.#anchored = this.#answer = undefined
    this.#popover?.hidePopover?.()
    // Nobody reads any more. An open panel says so itself.
    if (this.#desk && !this.#desk.state.open) this.#desk.close()
    this.#host.requestUpdate()
  }

  readonly #onPress = (event: PointerEvent) => {
    if (!event.composedPath().includes(this.#host)) this.#close()
  }

  /** Whoever goes on by keyboard is not to have the popover lying over where they go. */
  readonly #onLeave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget && !(currentTarget as Element).contains(relatedTarget as Node)) this.#close()
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !this.#open) return
    // Not the dialog that it may stand in.
    event.preventDefault()
    this.#close()
  }
}
