import { holdOf, innermostActive } from './hold-of.ts'
import { Home } from './home.ts'
import { beInTheRound, focusablesOf } from './in-the-round.ts'
import { move } from './move.ts'

// What a page listens for to close what was pressed beside, or to draw the line around itself by the pointer's place.
const presses = ['click', 'mousedown', 'mouseup']

const rooms = 'div, section, article, form, main, aside, dialog, fieldset'

/** The widget as a guest in a dialog of the page: in it, because whatever lies outside of it is out of reach, and above it. */
export class Guest {
  readonly #widget: HTMLElement
  #home: Home | undefined
  #stay: AbortController | undefined
  /** In which dialog it is. */
  host: Element | undefined

  constructor(widget: HTMLElement) {
    this.#widget = widget
  }

  /** Where it belongs. */
  get place(): Element {
    return this.#home?.parent ?? this.#widget.parentElement ?? document.body
  }

  get isHomeThere(): boolean {
    return this.#home?.isThere ?? true
  }

  enter(host: Element): void {
    const widget = this.#widget
    const inHand = this.#inHand
    this.#home ??= new Home(widget, () => this.leave(null))
    this.#stay?.abort()
    const { signal } = (this.#stay = new AbortController())
    this.host = host
    // Said of the place it came from.
    for (const name of ['aria-hidden', 'inert']) widget.removeAttribute(name)
    // Rules for the children of a dialog are not for this one: it takes no room.
    widget.style.setProperty('display', 'contents', 'important')
    this.#carry(() => move(widget, roomIn(host), null), inHand)
    for (const type of presses) widget.addEventListener(type, event => event.stopPropagation(), { signal })
    if (host instanceof HTMLDialogElement) keepEscape(widget, host, signal)
    else beInTheRound(widget, host, signal)
  }

  /** Home again. @param held what the customer had in hand in the widget, and has to have in hand afterwards. */
  leave(held: Element | null): void {
    const inHand = held ?? this.#inHand
    const home = this.#end()
    if (home) this.#carry(() => home.back(), inHand)
  }

  /** It was removed by somebody, and stays so. */
  forgetHome(): void {
    this.#end()?.giveUp()
  }

  get #inHand(): Element | null {
    return this.#widget.shadowRoot?.activeElement ? innermostActive() : null
  }

  #end(): Home | undefined {
    this.#stay?.abort()
    this.#widget.style.removeProperty('display')
    const home = this.#home
    this.#home = this.host = this.#stay = undefined
    return home
  }

  #carry(work: () => void, held: Element | null) {
    const root = this.#widget.shadowRoot
    const hold = root && holdOf(root, held)
    const panel = root?.querySelector<HTMLElement>('#panel')
    const isOpen = !!panel && !panel.hidden
    work()
    if (!this.#widget.isConnected) return
    // What comes up last lies on top.
    if (isOpen) raise(panel, true)
    this.lift(true)
    hold?.take()
  }

  /** The launcher above the dialog, or back among the page. @param anew even where it is up already: something may have come over it. */
  lift(anew = false): void {
    const launcher = this.#widget.shadowRoot?.querySelector<HTMLElement>('[part=launcher]')
    if (launcher && (anew || !!launcher.popover !== !!this.host)) raise(launcher, !!this.host)
  }
}

/** WebKit closes a dialog by an Escape that somebody has answered already. */
function keepEscape(widget: HTMLElement, dialog: HTMLDialogElement, signal: AbortSignal) {
  let isAnswered = false
  widget.shadowRoot?.addEventListener('keydown', event => {
    isAnswered = event.defaultPrevented && (event as KeyboardEvent).key === 'Escape'
    setTimeout(() => (isAnswered = false))
  }, { signal })
  dialog.addEventListener('cancel', event => isAnswered && event.target === dialog && event.preventDefault(), { signal, capture: true })
}

/** As deep in a dialog as all of its controls are together: to some, what lies further out is beside it, and to press there closes it. */
function roomIn(host: Element): Element {
  const [first, ...others] = focusablesOf(host)
  let room = first?.parentElement
  while (room && room !== host && (!room.matches(rooms) || others.some(other => !room!.contains(other)))) room = room.parentElement
  return room ?? host
}

/** Above everything that is up by now, or back among the page. */
function raise(element: HTMLElement, up: boolean) {
  const had = innermostActive()
  if (element.popover && element.matches(':popover-open')) element.hidePopover()
  element.popover = up ? 'manual' : null
  if (up) element.showPopover?.()
  if (had && had !== innermostActive()) (had as HTMLElement).focus({ preventScroll: true })
}
