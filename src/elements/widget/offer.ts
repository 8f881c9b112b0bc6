import type { Desk } from '../../desk/desk.ts'
import type { Offer as Offered, OfferAnswer } from '../../desk/state.ts'
import { enOffer } from '../../locale/en-offer.ts'
import type { MessageKey } from '../../locale/en.ts'
import { EarshotSignalEvent } from '../shared/events.ts'
import { directionOf, loadWords, provideWords, say } from '../shared/words.ts'
import { offerCss } from './offer-css.ts'
import { spotFor } from './offer-place.ts'

provideWords('en', enOffer)

// So long it waits to be noticed, and so long after the last movement of the page it looks for its place again, in milliseconds.
const life = 20_000
const calm = 150
// A live region has to be there before it speaks; some need a moment to see it.
const breath = 150

// Where there is no room for one line there may be for three.
const narrow = 'min(19em, 100vw - 24px)'

// Of several widgets on a desk one speaks.
const taken = new WeakSet<Offered>()
const dressed = new WeakSet<ShadowRoot>()

/** Shows the desk's offer, unless the page prevents it. It goes when it is answered, by itself, or when the panel opens. */
export async function showOffer(widget: HTMLElement, desk: Desk): Promise<void> {
  const { offer } = desk.state
  if (!offer || taken.has(offer)) return
  taken.add(offer)
  const { signal, article } = offer
  if (!widget.dispatchEvent(new EarshotSignalEvent(signal, article.id))) return desk.answerOffer('prevented')
  // In the customer's language from the first word on.
  await loadWords(desk.settings.locale)
  if (desk.state.offer === offer && widget.isConnected) new QuietOffer(widget, desk, offer)
}

class QuietOffer {
  readonly #widget: HTMLElement
  readonly #desk: Desk
  readonly #offer: Offered
  readonly #root: HTMLElement
  readonly #voice: HTMLElement
  readonly #box: HTMLElement
  readonly #gone = new AbortController()
  readonly #leaveDesk: () => void
  #from: HTMLElement | null = null
  #expiry = 0
  #settling = 0

  constructor(widget: HTMLElement, desk: Desk, offer: Offered) {
    this.#widget = widget
    this.#desk = desk
    this.#offer = offer
    const { locale } = desk.settings
    const shadow = widget.shadowRoot!
    this.#dress(shadow)
    this.#root = element('div', { className: 'root', lang: locale, dir: directionOf(locale) })
    this.#voice = element('div', { className: 'announcer', role: 'status', ariaLive: 'polite' })
    this.#box = this.#draw()
    this.#root.append(this.#voice, this.#box)
    // Behind the launcher, for the Tab key too.
    const launcher = shadow.querySelector('[part=launcher]')
    if (launcher) launcher.after(this.#root)
    else shadow.prepend(this.#root)
    this.#box.showPopover?.()
    this.#listen()
    setTimeout(() => this.#place(), breath)
    this.#wait()
    this.#leaveDesk = desk.subscribe(state => {
      if (state.offer !== this.#offer) queueMicrotask(() => this.#remove())
      else if (state.open) void desk.answerOffer('expired')
    })
  }

  #say(key: MessageKey, values?: Record<string, string>): string {
    return say(key, values, this.#desk.settings)
  }

  #dress(shadow: ShadowRoot) {
    if (dressed.has(shadow)) return
    dressed.add(shadow)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(offerCss)
    shadow.adoptedStyleSheets.push(sheet)
  }

  #draw(): HTMLElement {
    const { title, locale = '' } = this.#offer.article
    const words = element('p', { id: 'offer-words' })
    words.append(element('span', { className: 'quiet', textContent: `${this.#say('offer.ask')} ` }), element('bdi', { textContent: title, lang: locale || this.#desk.settings.locale }))
    const button = (className: string, key: MessageKey, answer: OfferAnswer) => {
      const made = element('button', { type: 'button', className, textContent: this.#say(key), onclick: () => this.#answer(answer) })
      made.setAttribute('aria-describedby', 'offer-words')
      return made
    }
    const actions = element('div', { className: 'actions' })
    actions.append(button('plain', 'offer.read', 'accepted'), button('plain no', 'offer.no', 'declined'))
    const box = element('div', { className: 'offer', popover: 'manual', role: 'group' })
    box.toggleAttribute('data-waiting', true)
    box.setAttribute('part', 'offer')
    box.setAttribute('aria-labelledby', 'offer-words')
    box.append(words, actions)
    return box
  }

  #listen() {
    const { signal } = this.#gone
    const soon = () => {
      clearTimeout(this.#settling)
      this.#settling = window.setTimeout(() => this.#place(), calm)
    }
    for (const type of ['scroll', 'resize', 'focusin']) addEventListener(type, soon, { capture: true, passive: true, signal })
    document.addEventListener('visibilitychange', () => this.#wait(), { signal })
    for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) this.#box.addEventListener(type, () => this.#wait(), { signal })
    this.#box.addEventListener('focusin', ({ relatedTarget }) => (this.#from ??= relatedTarget as HTMLElement | null), { signal })
    this.#box.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      this.#answer('expired')
    }, { signal })
  }

  /** Again after everything that may have moved something under it. */
  #place() {
    const { selector } = this.#offer.signal.element ?? {}
    const { launcher, corner } = this.#corner()
    // What has focus stays where it is.
    if (this.#box.matches(':focus-within')) return
    const find = (maxWidth: string) => {
      this.#box.style.maxWidth = maxWidth
      return spotFor(this.#box, selector ? document.querySelector(selector) : null, launcher, corner)
    }
    const spot = find('') ?? find(narrow)
    const waited = this.#box.toggleAttribute('data-waiting', !spot)
    // Where there is no room the launcher bears a mark: behind it the article is the first suggestion.
    launcher?.toggleAttribute('data-offer', waited)
    if (spot) Object.assign(this.#box.style, { left: `${Math.round(spot.left)}px`, top: `${Math.round(spot.top)}px` })
    if (this.#voice.textContent || !(spot ?? launcher)) return
    // Only what can be reached is announced, and its time begins then.
    this.#voice.textContent = this.#say('offer.said', { title: this.#offer.article.title })
    this.#wait()
  }

  #corner() {
    const launcher = this.#widget.shadowRoot!.querySelector<HTMLElement>('[part=launcher]:not([hidden])')
    return { launcher, corner: this.#widget.getAttribute('placement') ?? this.#desk.settings.placement }
  }

  /** Time counts only while it can be seen, and nobody is about to use it. */
  #wait() {
    clearTimeout(this.#expiry)
    const isHeld = () => document.visibilityState === 'hidden' || this.#box.matches(':hover, :focus-within')
    if (!isHeld()) this.#expiry = window.setTimeout(() => isHeld() || this.#answer('expired'), life)
  }

  #answer(answer: OfferAnswer) {
    const { id } = this.#offer.article
    this.#remove()
    void this.#desk.answerOffer(answer)
    if (answer === 'accepted') this.#desk.open({ name: 'article', id })
  }

  #remove() {
    if (this.#gone.signal.aborted) return
    this.#gone.abort()
    clearTimeout(this.#expiry)
    clearTimeout(this.#settling)
    this.#corner().launcher?.removeAttribute('data-offer')
    const had = this.#box.matches(':focus-within')
    this.#root.remove()
    queueMicrotask(() => this.#leaveDesk())
    if (!had) return
    // Back to where the customer came from.
    const back = this.#from?.isConnected && this.#from !== document.body ? this.#from : this.#corner().launcher
    back?.focus()
  }
}

const element = <K extends keyof HTMLElementTagNameMap>(name: K, values: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(name), values)
