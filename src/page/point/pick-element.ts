import { hideOwn } from '../capture/hide-own.ts'
import { Bar, type Act, type PointWords } from './bar.ts'
import { describe, roleOf, textOf, type Picked } from './describe.ts'
import { hearFirst } from './hear-first.ts'
import { actOf } from './keys.ts'
import { Overlay } from './overlay.ts'
import { deaf, under } from './under.ts'
import { swallowRest } from './swallow-rest.ts'
import { around, inside, isSeen, step } from './walk.ts'

export interface PickOptions {
  /** Whose colours it has; ours are hidden meanwhile. */
  like?: Element
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** Ends it as if the customer had gone back. */
  signal?: AbortSignal
}

const swallowed = [
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'touchstart', 'touchend', 'dragstart', 'selectstart',
  'keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'cancel',
] as const

/**
 * Lets the customer point at a part of the page: with the pointer, with the arrow keys, or with the buttons of a bar. The page
 * stays as it is and scrolls, and hears nothing of it. Works above an open modal dialog of the page, whose parts alone can then be
 * pointed at. Resolves with undefined where the customer goes back.
 */
export function pickElement(words: PointWords, options: PickOptions = {}): Promise<Picked | undefined> {
  if (options.signal?.aborted) return Promise.resolve(undefined)
  return new Promise(resolve => new Picker(words, options, resolve))
}

let endRest = () => {}

class Picker {
  #current: Element | undefined
  readonly #words: PointWords
  readonly #bar: Bar
  readonly #overlay: Overlay
  readonly #rtl: boolean
  readonly #ended = new AbortController()
  readonly #sheet = new CSSStyleSheet()
  readonly #back: () => void
  readonly #done: (picked: Picked | undefined) => void

  constructor(words: PointWords, { like, lang = 'en', dir = 'ltr', signal }: PickOptions, done: (picked: Picked | undefined) => void) {
    this.#words = words
    this.#rtl = dir === 'rtl'
    this.#done = done
    this.#bar = new Bar(words, { lang, dir })
    this.#overlay = new Overlay(like)
    this.#overlay.root.append(this.#bar.element)
    this.#sheet.replaceSync(`* { cursor: crosshair !important } ${deaf} { pointer-events: none !important }`)
    document.adoptedStyleSheets.push(this.#sheet)
    const { signal: ended } = this.#ended
    hearFirst(swallowed, event => this.#hear(event), ended)
    hearFirst(['pointermove'], event => this.#point(event as PointerEvent), ended)
    signal?.addEventListener('abort', () => this.#end(), { signal: ended })
    endRest()
    this.#back = hideOwn(window)
    this.#show()
    this.#overlay.follow(() => this.#current, () => this.#keep())
  }

  #show() {
    this.#overlay.show(() => this.#bar.focus())
  }

  /** The page may take away what we stand in, or close it. */
  #keep() {
    if (!this.#bar.element.checkVisibility()) this.#show()
    if (this.#current && !this.#current.isConnected) this.#mark(undefined)
  }

  #isOurs = (event: Event) => event.composedPath().includes(this.#overlay.host)

  #point(event: PointerEvent) {
    if (!this.#isOurs(event) && event.pointerType !== 'touch') this.#mark(under(event))
  }

  /** Before anybody on the page hears it. */
  #hear(event: Event) {
    const ours = this.#isOurs(event)
    if (event.type.startsWith('focus') && !ours) return
    event.stopImmediatePropagation()
    if (event.type === 'keydown') this.#key(event as KeyboardEvent, ours)
    if (event.type === 'cancel' || (!ours && /^(mouse|click|dblclick|auxclick|drag|select)/.test(event.type))) event.preventDefault()
    if (event.type === 'click') this.#click(event as MouseEvent, ours)
  }

  #click(event: MouseEvent, ours: boolean) {
    if (ours) {
      const act = event.composedPath().map(node => (node as HTMLElement).dataset?.['act']).find(Boolean)
      return this.#act(act as Act | undefined)
    }
    const found = under(event)
    if (found) this.#end(found, true)
  }

  #key(event: KeyboardEvent, ours: boolean) {
    if (event.key === 'Tab') this.#bar.turn(event.shiftKey ? -1 : 1)
    const act = event.key === 'Tab' ? undefined : actOf(event, ours, this.#rtl)
    if (act || event.key === 'Tab') event.preventDefault()
    this.#act(act)
  }

  #act(act: Act | 'inside' | undefined) {
    const current = this.#current
    if (act === 'cancel') this.#end()
    if (act === 'take') return current ? this.#end(current) : this.#bar.say(this.#words.nothing)
    if (act === 'next' || act === 'previous') this.#walk(step(this.#within, current, act === 'next' ? 1 : -1))
    if (act === 'around' && current) this.#walk(around(current) ?? current)
    if (act === 'inside' && current) this.#walk(inside(current) ?? current)
  }

  /** All but the dialog is dead while one is open. */
  get #within(): Element {
    const { parentElement } = this.#overlay.host
    return parentElement === document.documentElement ? document.body : parentElement!
  }

  #walk(element: Element | undefined) {
    if (!element) return
    if (isSeen(element)) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    this.#mark(element)
    this.#bar.dodge(element.getBoundingClientRect())
  }

  #mark(element: Element | undefined) {
    if (element === this.#current) return
    this.#current = element
    this.#bar.say(element ? this.#nameOf(element) : '')
  }

  #nameOf(element: Element): string {
    const role = roleOf(element)
    const text = textOf(element)
    if (!role) return text || this.#words.wordless
    return text ? this.#words.named(role, text) : this.#words.roles[role]
  }

  #end(element?: Element, byPointer = false) {
    if (this.#ended.signal.aborted) return
    const picked = element && describe(element)
    this.#ended.abort()
    this.#overlay.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#sheet)
    this.#back()
    if (byPointer) endRest = swallowRest()
    this.#done(picked)
  }
}
