import { Guest } from './guest.ts'
import { holdOf, innermostActive } from './hold-of.ts'
import { dialogsOf, isStillUp, modalOver } from './modal-over.ts'

const telling = ['open', 'hidden', 'inert', 'class', 'style', 'aria-hidden', 'aria-modal', 'role', 'data-state']

// In milliseconds.
const aMoment = 500

/**
 * Follows the page's own modal dialogs, and keeps the widget in the one that is up, above it: behind it nobody could see,
 * press or type in anything. None is closed by that, and none loses the focus.
 */
export class HostDialogs {
  readonly #widget: HTMLElement
  readonly #guest: Guest
  // In shadow roots dialogs are met only by the focus that goes there.
  readonly #met = new Set<Element>()
  readonly #around = new MutationObserver(() => this.look())
  readonly #ended = new AbortController()
  #held: Element | null = null
  // The customer is about to put the focus elsewhere; all else that takes it is the page's doing.
  #acts = false
  #moving = false
  #settling = 0

  constructor(widget: HTMLElement) {
    this.#widget = widget
    this.#guest = new Guest(widget)
    const { signal } = this.#ended
    const options = { capture: true, passive: true, signal }
    const act = (event: Event) => {
      const begins = /down$/.test(event.type)
      this.#acts = begins && (event as KeyboardEvent).key !== 'Escape'
      if (begins && !event.composedPath().includes(widget)) this.#held = null
    }
    for (const type of ['pointerdown', 'keydown', 'pointerup', 'pointercancel', 'keyup']) addEventListener(type, act, options)
    document.addEventListener('focusin', event => this.#follow(event), options)
    for (const type of ['transitionend', 'animationend']) document.addEventListener(type, () => this.#guest.host || this.look(), options)
    this.look()
  }

  /** Whether it is us who take the widget from one place to another just now. */
  get isMoving(): boolean {
    return this.#moving
  }

  /** A launcher that was drawn only now has to come up, too. */
  lift(): void {
    if (this.#guest.host) this.#guest.lift()
  }

  /** To be called whenever something on the page may have come up or gone. */
  look(): void {
    const guest = this.#guest
    if (this.#moving || !this.#widget.isConnected) return
    if (!guest.isHomeThere) return this.#leave()
    for (const element of this.#met) if (!element.isConnected) this.#met.delete(element)
    const modal = modalOver(guest.place, this.#met)
    const { host } = guest
    if (modal && modal !== host && !(host && modal.contains(host) && isStillUp(host))) this.#enter(modal)
    else if (!modal && host && !isStillUp(host)) this.#leave()
    else if (host) this.#watchAround()
  }

  /** The widget was taken out of the page: with the dialog, so that it goes home, or by somebody who does not want it. */
  taken(): void {
    if (this.#moving || !this.#guest.host) return
    if (this.#widget.parentNode) this.#leave()
    else this.#during(() => this.#guest.forgetHome())
  }

  /** Nobody else knows the way home: a guest goes there first. */
  end(): void {
    if (this.#guest.host) this.#during(() => this.#guest.leave(null))
    this.#ended.abort()
    this.#around.disconnect()
    clearTimeout(this.#settling)
  }

  #enter(modal: Element) {
    if (modal.contains(this.#widget) && modal === this.#guest.host) return
    this.#during(() => this.#guest.enter(modal))
    this.#watchAround()
  }

  #leave() {
    this.#during(() => this.#guest.leave(this.#held))
    this.#around.disconnect()
    // Who closed it gives the focus back to where it was before, in a moment; the customer is here.
    clearTimeout(this.#settling)
    this.#settling = this.#held ? window.setTimeout(() => (this.#settling = 0), aMoment) : 0
    // One may have been under it.
    this.look()
  }

  #during(work: () => void) {
    this.#moving = true
    try {
      work()
    } finally {
      this.#moving = false
    }
  }

  /** A dialog goes by a class of its own, or by one of whatever it lies in. */
  #watchAround() {
    this.#around.disconnect()
    for (let element: Element | null = this.#guest.host ?? null; element; element = element.parentElement ?? hostOf(element)) {
      this.#around.observe(element, { attributeFilter: telling })
    }
  }

  #follow(event: Event) {
    if (this.#moving) return
    const path = event.composedPath()
    if (path.includes(this.#widget)) {
      this.#held = innermostActive()
      return
    }
    for (const element of dialogsOf(path)) if (element.getRootNode() !== document) this.#met.add(element)
    if (this.#acts) this.#held = null
    if (this.#settling && this.#held) queueMicrotask(this.#takeBack(this.#held))
    this.look()
  }

  #takeBack(held: Element) {
    clearTimeout(this.#settling)
    this.#settling = 0
    const root = this.#widget.shadowRoot
    return () => root && holdOf(root, held).take()
  }
}

const hostOf = (element: Element) => (element.getRootNode() as Partial<ShadowRoot>).host ?? null
