import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { HostDialogs } from '../../page/dialogs/host-dialogs.ts'
import type { OutcomeReporter } from '../shared/outcome-reporter.ts'
import type { Doors } from './doors.ts'
import { endEarlyPresses } from './early-presses.ts'
import type { Shortcut } from './shortcut.ts'
import type { StepAside } from './step-aside.ts'

export type Attended = HTMLElement & ReactiveControllerHost

const dialogs = 'dialog[open], [aria-modal="true"], [role="dialog"], [role="alertdialog"]'
const doors = '[data-earshot-open]'
const telling = ['open', 'inert', 'aria-hidden', 'aria-modal', 'role', 'hidden', 'id', 'data-earshot-open', 'for']

/**
 * Looks after a widget's place in the page: dialogs of the page's own, buttons that open the panel, a key that does, fields the
 * launcher would cover. Watches as long as the widget is in the page; what it takes for each is fetched when there is one.
 */
export class Attendant implements ReactiveController {
  readonly #widget: Attended
  readonly #observer = new MutationObserver(() => this.#soon())
  #ended: AbortController | undefined
  #desk: Desk | undefined
  #isOpen = false
  #frame = 0
  #dialogs: HostDialogs | undefined
  #doors: Doors | undefined
  #shortcut: Shortcut | undefined
  #aside: StepAside | undefined
  #reporter: OutcomeReporter | undefined
  readonly #asked = new Map<string, Promise<unknown>>()

  constructor(widget: Attended) {
    this.#widget = widget
    widget.addController(this)
    if (widget.isConnected) this.hostConnected()
  }

  /** To be told of each change. */
  attend(desk: Desk, state: DeskState, before: DeskState | undefined): void {
    if (desk !== this.#desk) this.#endService()
    this.#desk = desk
    this.#isOpen = state.open
    if (before && state.submissions !== before.submissions) this.#report(state, before).catch(() => {})
    // All that an open panel needs is here already when the connection has gone.
    if (state.open && !before?.open) void import('./stand-in.ts').catch(() => {})
    this.#look()
  }

  hostConnected(): void {
    if (this.#ended) return
    const { signal } = (this.#ended = new AbortController())
    this.#observer.observe(document, { childList: true, subtree: true, attributeFilter: telling })
    document.addEventListener('focusin', event => this.#met(event), { capture: true, passive: true, signal })
    // Who holds the page still would hold the panel, too; who keeps the focus somewhere would take it away from here.
    for (const type of ['wheel', 'touchmove', 'focusin']) this.#widget.addEventListener(type, event => event.stopPropagation(), { passive: true, signal })
    // In a task of its own: whoever connects it may be moving it.
    this.#soon()
  }

  hostDisconnected(): void {
    this.#dialogs?.taken()
    if (this.#dialogs?.isMoving || this.#widget.isConnected) return
    this.#dismiss()
    this.#observer.disconnect()
    endEarlyPresses()
    this.#ended?.abort()
    this.#ended = undefined
  }

  hostUpdated(): void {
    // Without a desk nothing is drawn: there is no panel to open, and the owner's buttons and keys are the page's again.
    if (this.#desk && !this.#widget.shadowRoot?.querySelector('#panel')) {
      this.#dismiss()
      this.#desk = undefined
    }
    this.#dialogs?.lift()
  }

  /** What serves one desk. Where the widget stands is not a matter of the desk: another language is another desk, in the same dialog. */
  #endService() {
    for (const each of [this.#doors, this.#shortcut, this.#aside]) each?.end()
    this.#doors = this.#shortcut = this.#aside = undefined
    for (const what of ['doors', 'shortcut', 'aside']) this.#asked.delete(what)
  }

  #dismiss() {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#dialogs?.end()
    this.#dialogs = undefined
    this.#endService()
    this.#asked.clear()
  }

  #soon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#look()
    })
  }

  #look() {
    const desk = this.#desk
    const widget = this.#widget
    if (!desk || !this.#ended) return
    if (this.#isOpen || document.querySelector(dialogs)) this.#needDialogs()
    if (widget.hasAttribute('for') || document.querySelector(doors)) {
      this.#need('doors', () => import('./doors.ts').then(room => () => (this.#doors = new room.Doors(widget, desk))))
    }
    if (desk.settings.shortcut) this.#need('shortcut', () => import('./shortcut.ts').then(room => () => (this.#shortcut = new room.Shortcut(widget, desk))))
    // Somebody was in a field before this was here, or may come to one while the panel is open.
    if (this.#isOpen || (document.activeElement && document.activeElement !== document.body && document.activeElement !== widget)) this.#needAside()
    this.#dialogs?.look()
    this.#doors?.look()
  }

  /** What becomes of an issue that no other element reports: of an earlier page, or sent by the host itself. */
  async #report(state: DeskState, before: DeskState) {
    const room = await import('../shared/outcome-reporter.ts')
    this.#reporter ??= new room.OutcomeReporter(this.#widget, () => true)
    this.#reporter.look(state, before)
  }

  #needDialogs() {
    this.#need('dialogs', () => import('../../page/dialogs/host-dialogs.ts').then(room => () => (this.#dialogs = new room.HostDialogs(this.#widget))))
  }

  #met(event: FocusEvent) {
    const path = event.composedPath()
    if (!this.#desk || path.includes(this.#widget)) return
    if (path.some(node => node instanceof Element && node.matches(dialogs))) this.#needDialogs()
    this.#needAside()
  }

  #needAside() {
    const desk = this.#desk
    if (desk) this.#need('aside', () => import('./step-aside.ts').then(room => () => (this.#aside = new room.StepAside(this.#widget, desk))))
  }

  /** Once; it is not there when it was no longer wanted by the time it came. What could not be fetched is asked for again. */
  #need(what: string, bring: () => Promise<() => void>) {
    if (this.#asked.has(what)) return
    const coming = bring()
    this.#asked.set(what, coming)
    const isWanted = () => this.#asked.get(what) === coming
    void coming.then(begin => void (isWanted() && begin()), () => void (isWanted() && this.#asked.delete(what)))
  }
}
