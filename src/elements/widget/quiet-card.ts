import type { Desk } from '../../desk/desk.ts'
import { directionOf } from '../shared/words.ts'
import { cardCss } from './card-css.ts'
import { margin, spotFor } from './offer-place.ts'

// So long it waits to be noticed, and so long after the last movement of the page it looks for its place again, in milliseconds.
const life = 20_000
const calm = 150
// A live region has to be there before it speaks; some need a moment to see it.
const breath = 150

// Where there is no room for one line there may be for three.
const narrow = 'min(19em, 100vw - 24px)'

const dressed = new WeakMap<ShadowRoot, Set<string>>()

export interface CardOptions {
  widget: HTMLElement
  desk: Desk
  box: HTMLElement
  /** The looks of what is in it. */
  css: string
  /** Said once to those who do not see, as soon as it can be reached. */
  said: string
  /** The part of the page it is about, to stand beside; else it stands beside the launcher. */
  selector?: string | undefined
  /** Whether the launcher bears a mark while there is no room for the card. */
  marks?: boolean
  /** Nobody has used it for a while. */
  passed(): void
  /** Escape was pressed in it. */
  escaped(): void
}

/** A card that lies on the page where it covers nothing, takes no focus, is announced once, and goes when nobody wants it. */
export class QuietCard {
  readonly #options: CardOptions
  readonly #root: HTMLElement
  readonly #voice: HTMLElement
  readonly #gone = new AbortController()
  readonly #grown = new ResizeObserver(() => this.#grow())
  #from: HTMLElement | null = null
  #height = 0
  #expiry = 0
  #settling = 0

  constructor(options: CardOptions) {
    this.#options = options
    const { widget, desk, box, css } = options
    const { locale } = desk.settings
    const shadow = widget.shadowRoot!
    for (const text of [cardCss, css]) dress(shadow, text)
    this.#root = element('div', { className: 'root', lang: locale, dir: directionOf(locale) })
    this.#voice = element('div', { className: 'announcer', role: 'status', ariaLive: 'polite' })
    box.classList.add('card')
    box.popover = 'manual'
    box.toggleAttribute('data-waiting', true)
    this.#root.append(this.#voice, box)
    // Behind the launcher, for the Tab key too.
    const launcher = shadow.querySelector('[part=launcher]')
    if (launcher) launcher.after(this.#root)
    else shadow.prepend(this.#root)
    box.showPopover?.()
    this.#listen(box)
    this.#grown.observe(box)
    setTimeout(() => this.#place(), breath)
    this.wait()
  }

  #listen(box: HTMLElement) {
    const { signal } = this.#gone
    const soon = () => {
      clearTimeout(this.#settling)
      this.#settling = window.setTimeout(() => this.#place(), calm)
    }
    for (const type of ['scroll', 'resize', 'focusin']) addEventListener(type, soon, { capture: true, passive: true, signal })
    document.addEventListener('visibilitychange', () => this.wait(), { signal })
    for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) box.addEventListener(type, () => this.wait(), { signal })
    box.addEventListener('focusin', ({ relatedTarget }) => (this.#from ??= relatedTarget as HTMLElement | null), { signal })
    box.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      this.#options.escaped()
    }, { signal })
  }

  /** Again after everything that may have moved something under it. */
  #place() {
    const { box, selector, marks, said } = this.#options
    const { launcher, corner } = this.#corner()
    // What has focus stays where it is.
    if (this.#gone.signal.aborted || box.matches(':focus-within')) return
    const find = (maxWidth: string) => {
      box.style.maxWidth = maxWidth
      return spotFor(box, selector ? document.querySelector(selector) : null, launcher, corner)
    }
    const spot = find('') ?? find(narrow)
    const waited = box.toggleAttribute('data-waiting', !spot)
    if (marks) launcher?.toggleAttribute('data-offer', waited)
    if (spot) Object.assign(box.style, { left: `${Math.round(spot.left)}px`, top: `${Math.round(spot.top)}px` })
    if (this.#voice.textContent || !(spot ?? (marks && launcher))) return
    // Only what can be reached is announced, and its time begins then.
    this.#voice.textContent = said
    this.wait()
  }

  /** What comes to be said in it makes it grow towards the middle of the window, not out of it. */
  #grow() {
    const { box } = this.#options
    const { top, height } = box.getBoundingClientRect()
    const more = height - this.#height
    const isLow = top + this.#height / 2 > innerHeight / 2
    if (this.#height && more > 0 && isLow && box.style.top) box.style.top = `${Math.max(margin, Math.round(top - more))}px`
    this.#height = height
  }

  #corner() {
    const { widget, desk } = this.#options
    const launcher = widget.shadowRoot!.querySelector<HTMLElement>('[part=launcher]:not([hidden])')
    return { launcher, corner: widget.getAttribute('placement') ?? desk.settings.placement }
  }

  /** Its time begins anew. It counts only while the page can be seen, and nobody is about to use the card. */
  wait() {
    clearTimeout(this.#expiry)
    if (this.#gone.signal.aborted) return
    const isHeld = () => document.visibilityState === 'hidden' || this.#options.box.matches(':hover, :focus-within')
    if (!isHeld()) this.#expiry = window.setTimeout(() => isHeld() || this.#options.passed(), life)
  }

  remove() {
    if (this.#gone.signal.aborted) return
    this.#gone.abort()
    this.#grown.disconnect()
    clearTimeout(this.#expiry)
    clearTimeout(this.#settling)
    this.#corner().launcher?.removeAttribute('data-offer')
    const had = this.#options.box.matches(':focus-within')
    this.#root.remove()
    if (!had) return
    // Back to where the customer came from.
    const back = this.#from?.isConnected && this.#from !== document.body ? this.#from : this.#corner().launcher
    back?.focus()
  }
}

function dress(shadow: ShadowRoot, css: string) {
  const worn = dressed.get(shadow) ?? new Set()
  dressed.set(shadow, worn)
  if (worn.has(css)) return
  worn.add(css)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets.push(sheet)
}

export const element = <K extends keyof HTMLElementTagNameMap>(name: K, values: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(name), values)
