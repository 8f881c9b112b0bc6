import { html, type PropertyValues } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { controls } from '../shared/controls.ts'
import { EarshotElement } from '../shared/earshot-element.ts'
import { EarshotCloseEvent, EarshotOpenEvent } from '../shared/panel-events.ts'
import { summon } from '../shared/summon.ts'
import { tokens } from '../shared/tokens.ts'
import { placeOf, viewElement } from '../shared/view-element.ts'
import { directionOf } from '../shared/words.ts'
import { backIcon, closeIcon } from './icons.ts'
import { widgetStyles } from './widget.styles.ts'

/**
 * Launcher and panel: help, forms and people on any page.
 *
 * @attr {string} for - The id of a button of the page that opens the panel instead of ours.
 * @slot - Fallback: shown until the widget is defined and when it cannot work. A link or an address.
 * @csspart launcher - The button that opens the panel.
 * @csspart panel - The panel.
 * @csspart offer - The line that offers an article at a sign of trouble.
 * @csspart ask - The card that asks one of the owner's questions.
 * @csspart body - What scrolls inside the panel.
 * @cssprop [--earshot-accent] - The one accent colour.
 * @cssprop [--earshot-accent-ink] - The accent as text, line and focus; computed from it, so that it can be read.
 * @cssprop [--earshot-on-accent] - Text on the accent.
 * @cssprop [--earshot-canvas] - Background.
 * @cssprop [--earshot-raised] - Background of what is hovered or set apart.
 * @cssprop [--earshot-ink] - Text.
 * @cssprop [--earshot-quiet] - Text that may step back.
 * @cssprop [--earshot-line] - Hairlines.
 * @cssprop [--earshot-edge] - Borders of fields.
 * @cssprop [--earshot-bad] - Errors.
 * @cssprop [--earshot-radius=12px] - Corners.
 * @cssprop [--earshot-font=inherit] - Font family.
 * @cssprop [--earshot-font-size=max(16px, 1rem)] - Text size.
 * @cssprop [--earshot-density=comfortable] - `compact` brings things closer where there is a mouse.
 * @cssprop [--earshot-offset-block=20px] - How far the launcher stands from the top or bottom of the window.
 * @cssprop [--earshot-offset-inline=20px] - The same, from its side.
 * @cssprop [--earshot-z-index=2147480000] - Height above the page where there is no top layer.
 * @fires {EarshotOpenEvent} earshot-open - The panel was opened.
 * @fires {EarshotCloseEvent} earshot-close - The panel was closed.
 * @fires {EarshotSignalEvent} earshot-signal - An article is about to be offered for a sign of trouble; may be prevented.
 * @fires {EarshotAcceptedEvent} earshot-accepted - The backend has an issue.
 * @fires {EarshotQueuedEvent} earshot-queued - An issue is kept on the device.
 * @fires {EarshotRefusedEvent} earshot-refused - The backend will not take an issue as it is.
 */
export class EarshotWidget extends EarshotElement {
  static override styles = [tokens, controls, widgetStyles]
  static override properties = { ...EarshotElement.properties, placement: { reflect: true } }

  /** The corner. Default: that of the desk's settings. */
  declare placement: string | undefined

  #launcher: HTMLButtonElement | undefined
  #opener: HTMLElement | null = null
  #focused: Element | null = null
  #place = ''
  #view: HTMLElement | undefined
  #arrived = false

  get #panel() {
    return this.renderRoot.querySelector<HTMLElement>('#panel')
  }

  protected override createRenderRoot() {
    const sheets = [...(this.shadowRoot?.adoptedStyleSheets ?? [])]
    const root = super.createRenderRoot() as ShadowRoot
    // The loader's launcher is taken over as it is, looks, focus and all.
    root.adoptedStyleSheets.push(...sheets)
    const early = root.querySelector('button')
    root.querySelector('slot')?.remove()
    // The panel follows its button, also for the Tab key.
    this.renderOptions.renderBefore = null as never
    if (early) this.#takeLauncher(early)
    return root
  }

  /**
   * Without a loader the launcher comes with the first desk; hidden where the owner has another, because the panel takes its place
   * from its sheet. Where it does not come, the owner's link has to do.
   */
  async #drawLauncher(without: boolean) {
    const room = await import('./launcher.ts').catch(() => {})
    const root = this.shadowRoot!
    root.querySelector('slot')!.hidden = !!((room || without) && this.found.desk)
    if (!room) return
    this.#takeLauncher(this.#launcher ?? room.drawLauncher(root, ''))
    this.requestUpdate()
  }

  #takeLauncher(button: HTMLButtonElement) {
    this.#launcher = button
    button.onclick = () => this.found.desk?.[this.found.state?.open ? 'close' : 'open']()
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    if (!before) this.#view = undefined
    void import('./by-itself.ts').then(room => room.showByItself(this, this.found.desk!, state, before)).catch(() => {})
    if (state.open && !before?.open) this.#opener = document.activeElement as HTMLElement | null
    if (!state.open && before?.open) this.#focused = this.shadowRoot?.activeElement ?? null
  }

  protected content(desk: Desk, state: DeskState) {
    return html`<div id="panel" part="panel" role="dialog" popover="manual" aria-label=${this.say('help')} ?hidden=${!state.open} @keydown=${this.#onKey}>
      <div class="inside" dir=${directionOf(desk.settings.locale)}>
        <div class="head">
          ${state.trail.length > 0 ? this.#iconButton('back', this.say('back'), () => desk.back()) : html`<span></span>`}
          ${this.#iconButton('close', this.say('close'), () => desk.close())}
        </div>
        <div part="body">${state.open ? this.#show(state.view, desk) : this.#view}</div>
        <div class="foot">
          <button class="plain" type="button" @click=${() => desk.open({ name: 'people' })}>${this.say('person')}</button>
        </div>
      </div>
    </div>`
  }

  /** One element as long as it is the same place, so that nothing in it is lost. */
  #show(view: View, desk: Desk) {
    const place = placeOf(view)
    if (place !== this.#place || !this.#view) {
      this.#place = place
      this.#arrived = false
      this.#view = viewElement(view, desk, { embedded: true }, this.say('article.busy'))
    }
    return this.#view
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

  /** The first time in a task of its own: with being defined it makes a long one on a slow device. */
  protected override async scheduleUpdate() {
    if (!this.hasUpdated) await new Promise(resolve => setTimeout(resolve))
    return super.scheduleUpdate()
  }

  protected override updated(changes: PropertyValues) {
    super.updated(changes)
    const { desk, state } = this.found
    const without = !desk || desk.settings.withoutLauncher || !!document.getElementById(this.getAttribute('for')!)
    const launcher = this.#launcher
    if (launcher) {
      launcher.hidden = without
      launcher.ariaExpanded = String(!!state?.open)
      if (launcher.textContent !== this.say('help')) launcher.textContent = this.say('help')
    } else if (desk) void this.#drawLauncher(without)
    if (!desk || !state || !this.isConnected) return
    const panel = this.#panel!
    const shown = panel.matches(':popover-open')
    if (state.open !== shown) this.#turn(state.open, panel)
    if (state.open && !this.#arrived) this.#arrive(this.#view!)
  }

  #turn(open: boolean, panel: HTMLElement) {
    // It stands above its button, on the page's side, whatever language it speaks.
    panel.style.direction = getComputedStyle(this).direction
    panel[open ? 'showPopover' : 'hidePopover']?.()
    if (!open) {
      this.#arrived = false
      // Back to where the customer was, unless they have moved on to somewhere else by themselves.
      const opener = this.#opener?.isConnected && this.#opener !== this && this.#opener !== document.body ? this.#opener : this.#launcher
      if (this.#focused) opener?.focus()
    }
    this.dispatchEvent(open ? new EarshotOpenEvent() : new EarshotCloseEvent())
  }

  /** Moves focus to the beginning of a view that has just come. */
  #arrive(view: HTMLElement) {
    this.#arrived = true
    void summon(view.localName).then(
      () => {
        if (view !== this.#view) return
        view.parentElement?.scrollTo(0, 0)
        view.focus()
      },
      () => void import('./stand-in.ts').then(room => room.standIn(view), () => {}),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap { 'earshot-widget': EarshotWidget }
}
