import { html, type PropertyValues } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { controls } from '../shared/controls.ts'
import { EarshotElement } from '../shared/earshot-element.ts'
import { EarshotCloseEvent, EarshotOpenEvent } from '../shared/events.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import { summon } from '../shared/summon.ts'
import { tokens } from '../shared/tokens.ts'
import { backIcon, closeIcon } from './icons.ts'
import { KeyboardController } from './keyboard-controller.ts'
import { drawLauncher } from './launcher.ts'
import { launcherStyles } from './launcher.styles.ts'
import { placeOf, tagOf, viewTemplate } from './views.ts'
import { widgetStyles } from './widget.styles.ts'

/**
 * Launcher and panel: help, forms and people on any page.
 *
 * @slot - Fallback: shown until the widget is defined and when it cannot work. A link or an address.
 * @csspart launcher - The button that opens the panel.
 * @csspart panel - The panel.
 * @csspart body - What scrolls inside the panel.
 * @cssprop [--earshot-accent] - The one accent colour.
 * @cssprop [--earshot-on-accent] - Text on the accent.
 * @cssprop [--earshot-canvas] - Background.
 * @cssprop [--earshot-raised] - Background of what is hovered or set apart.
 * @cssprop [--earshot-ink] - Text.
 * @cssprop [--earshot-quiet] - Text that may step back.
 * @cssprop [--earshot-line] - Hairlines.
 * @cssprop [--earshot-bad] - Errors.
 * @cssprop [--earshot-radius=12px] - Corners.
 * @cssprop [--earshot-font=inherit] - Font family.
 * @cssprop [--earshot-font-size=max(16px, 1rem)] - Text size.
 * @cssprop [--earshot-z-index=2147483000] - Height above the page where there is no top layer.
 * @fires earshot-open - The panel was opened.
 * @fires earshot-close - The panel was closed.
 * @fires earshot-accepted - The backend has an issue.
 * @fires earshot-queued - An issue is kept on the device.
 * @fires earshot-refused - The backend will not take an issue as it is.
 */
export class EarshotWidget extends EarshotElement {
  static override styles = [tokens, controls, launcherStyles, widgetStyles]
  static override properties = { ...EarshotElement.properties, placement: { reflect: true } }

  /** The corner. Default: that of the desk's settings. */
  declare placement: string | undefined

  readonly #reporter = new OutcomeReporter(this, () => true, true)
  readonly #keyboard = new KeyboardController(this, () => this.#panel)
  #launcher!: HTMLButtonElement
  #opener: HTMLElement | null = null
  #focused: Element | null = null
  #place = ''
  #failed = false

  get #panel() {
    return this.renderRoot.querySelector<HTMLElement>('#panel')
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot
    // What the loader drew is taken over as it is; without a loader the button waits for its desk.
    const drawn = root.querySelector('button') !== null
    root.querySelector('slot')?.remove()
    this.#launcher = drawLauncher(root, this.say('help'))
    this.#launcher.hidden = !drawn
    // The panel follows its button, also for the Tab key.
    this.renderOptions.renderBefore = null as never
    return root
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#launcher.onclick = () => (this.found.state?.open ? this.found.desk?.close() : this.found.desk?.open())
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
    if (state.open && !before?.open) this.#opener = document.activeElement as HTMLElement | null
    if (!state.open && before?.open) this.#focused = this.shadowRoot?.activeElement ?? null
  }

  protected content(desk: Desk, state: DeskState) {
    const waiting = this.say(this.#failed ? 'part.failed' : 'article.busy')
    return html`<div id="panel" part="panel" role="dialog" popover="manual" aria-label=${this.say('help')} ?hidden=${!state.open} @keydown=${this.#onKey}>
      <header>
        ${state.trail.length > 0 ? this.#iconButton('back', this.say('back'), () => desk.back()) : html`<span></span>`}
        ${this.#iconButton('close', this.say('close'), () => desk.close())}
      </header>
      <div part="body">${state.open || this.#place ? viewTemplate(state.view, desk, waiting) : ''}</div>
      <footer>
        <button class="plain" type="button" @click=${() => desk.open({ name: 'people' })}>${this.say('person')}</button>
      </footer>
    </div>`
  }

  #iconButton(name: 'back' | 'close', label: string, act: () => void) {
    return html`<button class="icon ${name}" type="button" aria-label=${label} @click=${act}>${name === 'back' ? backIcon : closeIcon}</button>`
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    this.found.desk?.close()
  }

  protected override willUpdate() {
    super.willUpdate()
    this.placement ??= this.found.desk?.settings.placement
  }

  protected override updated(changes: PropertyValues) {
    super.updated(changes)
    const { desk, state } = this.found
    this.#launcher.hidden = !desk || desk.settings.withoutLauncher
    if (!desk || !state || !this.isConnected) return
    drawLauncher(this.renderRoot as ShadowRoot, this.say('help')).setAttribute('aria-expanded', String(state.open))
    const panel = this.#panel!
    const shown = panel.matches(':popover-open')
    if (state.open !== shown) this.#turn(state.open, panel)
    if (state.open) this.#goTo(state)
  }

  #turn(open: boolean, panel: HTMLElement) {
    panel[open ? 'showPopover' : 'hidePopover']?.()
    this.#keyboard.follow(open)
    if (!open) {
      this.#place = ' '
      // Back to where the customer was, unless they have moved on to somewhere else by themselves.
      const opener = this.#opener?.isConnected && this.#opener !== this && this.#opener !== document.body ? this.#opener : this.#launcher
      if (this.#focused) opener.focus()
    }
    this.dispatchEvent(open ? new EarshotOpenEvent() : new EarshotCloseEvent())
  }

  /** Moves focus to the beginning of a view that has just come. */
  #goTo({ view }: DeskState) {
    const place = placeOf(view)
    if (place === this.#place) return
    this.#place = place
    const tag = tagOf[view.name]
    void summon(tag).then(
      () => {
        this.renderRoot.querySelector('[part=body]')?.scrollTo(0, 0)
        if (place === this.#place) this.renderRoot.querySelector<HTMLElement>(tag)?.focus()
      },
      () => {
        this.#failed = true
        this.requestUpdate()
      },
    )
  }
}

declare global {
  interface HTMLElementTagNameMap { 'earshot-widget': EarshotWidget }
}
