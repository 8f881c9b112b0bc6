import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import { liftStyles } from './lift.styles.ts'

/** The story and where a remark goes. The form shows `template` right below the story's field, in the same shadow root. */
export interface LiftView {
  /** The id of the story's `<textarea>`. */
  readonly id: string
  readonly draft: Draft
  /** Takes the text among the observations; the story keeps it. Focus stays where it is. */
  add(text: string): void
  /** Says something once to those who do not see. */
  announce(text: string): void
}

// From here on a story may hold more than one matter.
const long = 280
const sentenceEnd = /[.!?…](?=\s|$)|[。！？؟।]|\n/g
// Less is a word that was double-clicked by mistake.
const fewest = 3
const events = ['select', 'selectionchange', 'pointerup', 'keyup'] as const

/** A story of several sentences, or a long one. */
const isLong = (story: string) => story.length > long || (story.match(sentenceEnd)?.length ?? 0) > 1

/**
 * Lets a sentence of a long story be noted on its own as well: select it, press the button. Fetched once a story is worth it;
 * the line it takes is as high with the button as with the hint, so that nothing moves while text is selected.
 */
export const open = (host: LitElement, say: Say) => (provideAllWords(), new Lift(host, say))

class Lift implements ReactiveController {
  #view: LiftView | undefined
  #selected = ''
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    host.addController(this)
  }

  hostConnected() {
    adopt(this.#host, liftStyles)
    for (const type of events) this.#host.renderRoot.addEventListener(type, this.#look, true)
  }

  hostDisconnected() {
    for (const type of events) this.#host.renderRoot.removeEventListener(type, this.#look, true)
  }

  template(view: LiftView) {
    this.#view = view
    if (!isLong((view.draft.story ?? '').trim())) return nothing
    return html`<div class="lift">
      ${this.#selected && !this.#isNoted(this.#selected)
        ? html`<button class="plain" type="button" @pointerdown=${keepFocus} @mousedown=${keepFocus} @click=${this.#lift}>
            ${this.#say('lift.add')}
          </button>`
        : html`<p class="hint">${this.#say('lift.hint')}</p>`}
    </div>`
  }

  #isNoted(text: string) {
    return !!this.#view?.draft.observations?.some(observation => observation.text === text)
  }

  get #field() {
    return this.#view && this.#host.renderRoot.querySelector<HTMLTextAreaElement>(`#${CSS.escape(this.#view.id)}`)
  }

  // Read whenever it may have changed: each engine tells it by another event, and none tells that it is gone.
  readonly #look = () => {
    const field = this.#field
    if (!field) return
    const text = field.value.slice(field.selectionStart, field.selectionEnd).trim()
    const selected = text.length < fewest || text === field.value.trim() ? '' : text
    if (selected === this.#selected) return
    this.#selected = selected
    this.#host.requestUpdate()
  }

  readonly #lift = (event: Event) => {
    const text = this.#selected
    if (!text) return
    this.#selected = ''
    // The button goes; who pressed it by keyboard came from the story.
    if ((this.#host.renderRoot as ShadowRoot).activeElement === event.currentTarget) this.#field?.focus()
    this.#view?.add(text)
    this.#view?.announce(this.#say('lift.added'))
    this.#host.requestUpdate()
  }
}

// The selection stays to be seen, and on a phone the keyboard stays up.
const keepFocus = (event: Event) => event.preventDefault()
