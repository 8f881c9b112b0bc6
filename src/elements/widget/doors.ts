import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { endEarlyPresses } from './early-presses.ts'

const attribute = 'data-earshot-open'
const ownId = 'earshot-panel'

// What a screen reader says "expanded" of; of anything else it would be an error.
const expandable = 'button, a[href], summary, [role="button"], [role="link"], [role="menuitem"], input[type="button"]'

/**
 * The owner's own buttons: the one named by the widget's `for`, and whatever has `data-earshot-open`, now or later. They open the
 * panel, say whether it is open, and close it again.
 */
export class Doors {
  readonly #widget: HTMLElement
  readonly #desk: Desk
  readonly #ended = new AbortController()
  readonly #told = new Map<Element, boolean>()
  readonly #leave: () => void
  #state: DeskState
  #isNamed = false

  constructor(widget: HTMLElement, desk: Desk) {
    this.#widget = widget
    this.#desk = desk
    this.#state = desk.state
    endEarlyPresses()
    document.addEventListener('click', event => this.#press(event), { signal: this.#ended.signal })
    this.#leave = desk.subscribe(state => {
      this.#state = state
      this.look()
    })
  }

  /** To be called whenever there may be more or fewer of them. */
  look(): void {
    const doors = new Set(document.querySelectorAll(`[${attribute}]`))
    const own = this.#own
    if (own) doors.add(own)
    for (const door of this.#told.keys()) if (!doors.has(door)) this.#untell(door)
    if (this.#isMine) for (const door of doors) this.#tell(door)
    else if (own) this.#tell(own)
  }

  end(): void {
    this.#ended.abort()
    this.#leave()
    for (const door of this.#told.keys()) this.#untell(door)
    if (this.#isNamed && this.#widget.id === ownId) this.#widget.removeAttribute('id')
  }

  get #own(): Element | null {
    const id = this.#widget.getAttribute('for')
    return id ? document.getElementById(id) : null
  }

  /** Of several widgets the first answers. */
  get #isMine() {
    return document.querySelector(this.#widget.localName) === this.#widget
  }

  #tell(door: Element) {
    if (!door.matches(expandable)) return
    const isExpanded = this.#isOpenAt(door)
    if (this.#told.get(door) === isExpanded) return
    this.#told.set(door, isExpanded)
    door.setAttribute('aria-expanded', String(isExpanded))
    // The panel itself is in a shadow root, where no id leads.
    if (!this.#widget.id) {
      this.#isNamed = true
      this.#widget.id = ownId
    }
    door.setAttribute('aria-controls', this.#widget.id)
  }

  #untell(door: Element) {
    this.#told.delete(door)
    for (const name of ['aria-expanded', 'aria-controls']) door.removeAttribute(name)
  }

  #isOpenAt(door: Element) {
    const { open, view } = this.#state
    const wanted = viewOf(door)
    return open && (!wanted || (wanted.name === view.name && JSON.stringify(wanted) === JSON.stringify(view)))
  }

  #press(event: MouseEvent) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const own = this.#own
    const isMine = this.#isMine
    const door = event.composedPath().find((node): node is HTMLElement =>
      node instanceof HTMLElement && (node === own || (isMine && node.hasAttribute(attribute))))
    if (!door || door.closest(':disabled, [aria-disabled="true"]')) return
    // A link is what is there without us.
    event.preventDefault()
    if (this.#isOpenAt(door)) return this.#desk.close()
    // Not every browser focuses what is pressed; it is where the customer wants to be back.
    if (document.activeElement !== door) door.focus({ preventScroll: true })
    this.#desk.open(viewOf(door))
  }
}

/** `people`, `requests`, `form:idea`, `article:returns`, `results:lamp`; empty or anything else: wherever the panel was. */
export function viewOf(door: Element): View | undefined {
  const [name, about = ''] = (door.getAttribute(attribute) ?? '').split(/:(.*)/s)
  if (name === 'home' || name === 'people' || name === 'requests') return { name }
  if (!about) return undefined
  if (name === 'form') return { name, form: about }
  if (name === 'article') return { name, id: about }
  return name === 'results' ? { name, query: about } : undefined
}
