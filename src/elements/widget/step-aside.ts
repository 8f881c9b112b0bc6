import type { Desk } from '../../desk/desk.ts'
import { fitAboveKeyboard } from './fit-above-keyboard.ts'
import { resume, uncover } from './uncover.ts'

const fields = 'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=image]), textarea, select, [contenteditable], [role=textbox], [role=combobox]'

// Between the launcher and a field it makes way for, and the edge of what can be seen, in CSS pixels.
const gap = 8

/**
 * Neither launcher nor panel covers the field of the page that somebody is in. The launcher makes way as long as they are there,
 * and hides from their keyboard. The panel makes way when they come to the field or write in it, and closes where it cannot.
 */
export class StepAside {
  readonly #widget: HTMLElement
  readonly #desk: Desk
  readonly #ended = new AbortController()
  #frame = 0
  #isPressed = false
  // Whoever was in a field when the panel opened has asked for the panel.
  #isWanted = false

  constructor(widget: HTMLElement, desk: Desk) {
    this.#widget = widget
    this.#desk = desk
    const { signal } = this.#ended
    const options = { capture: true, passive: true, signal }
    const soon = () => (this.#frame ||= requestAnimationFrame(() => this.#settle()))
    for (const type of ['focusin', 'focusout', 'scroll', 'input', 'pointerdown', 'pointerup', 'pointercancel']) {
      document.addEventListener(type, event => {
        if (type.startsWith('pointer')) this.#isPressed = type === 'pointerdown'
        if (/^focusin|input/.test(type)) this.#isWanted = this.#desk.state.open && !event.composedPath().includes(widget)
        soon()
      }, options)
    }
    for (const target of [window, visualViewport]) target?.addEventListener('resize', soon, options)
    widget.addEventListener('earshot-close', () => this.#panel && resume(this.#panel), { signal })
    soon()
  }

  end(): void {
    this.#ended.abort()
    cancelAnimationFrame(this.#frame)
    const launcher = this.#launcher
    if (launcher) place(launcher, 0)
    if (this.#panel) resume(this.#panel)
  }

  get #panel() {
    return this.#widget.shadowRoot?.querySelector<HTMLElement>('#panel')
  }

  get #launcher() {
    return this.#widget.shadowRoot?.querySelector<HTMLElement>('[part=launcher]:not([hidden])')
  }

  #settle() {
    this.#frame = 0
    const field = fieldInHand(this.#widget)
    this.#settlePanel(field)
    const launcher = this.#launcher
    if (!launcher) return
    const way = field && wayFrom(launcher, field.getBoundingClientRect())
    // Where it would lie on the keyboard there is no room for both.
    place(launcher, way ?? 0, field && hasKeyboard() ? 'hidden' : '')
    if (way === undefined && field) place(launcher, 0, 'hidden')
  }

  #settlePanel(field: Element | undefined) {
    const panel = this.#panel
    if (panel) fitAboveKeyboard(panel)
    // What is being pressed stays where it is.
    if (!panel || !this.#desk.state.open || this.#isPressed) return
    if (field && this.#isWanted && !uncover(panel, field)) this.#desk.close()
    // Somebody is back in it, and needs its height; its side they have got used to.
    if (panel.matches(':focus-within') && panel.style.height) resume(panel)
    this.#isWanted = false
  }
}

function fieldInHand(widget: Element): Element | undefined {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active?.matches(fields) && !widget.contains(document.activeElement) ? active : undefined
}

const hasKeyboard = () => !!visualViewport && matchMedia('(pointer: coarse)').matches && visualViewport.height * visualViewport.scale < innerHeight * 0.8

/** How far up or down it has to go, in pixels; undefined: there is no room on either side. */
function wayFrom(launcher: HTMLElement, field: DOMRect): number | undefined {
  const now = new DOMMatrixReadOnly(getComputedStyle(launcher).transform).m42 + (parseFloat(launcher.style.translate.split(' ')[1] ?? '') || 0)
  const { left, right, height, top: shown } = launcher.getBoundingClientRect()
  const top = shown - now
  const isBeside = left >= field.right + gap || right <= field.left - gap || top >= field.bottom + gap || top + height <= field.top - gap
  if (isBeside) return 0
  const [up, down] = [field.top - gap - height - top, field.bottom + gap - top]
  if (top + up >= gap && up < 0 && Math.abs(up) <= Math.abs(down)) return up
  if (top + down + height <= innerHeight - gap) return down
  return top + up >= gap ? up : undefined
}

function place(launcher: HTMLElement, way: number, visibility = '') {
  launcher.style.translate = way ? `0 ${Math.round(way)}px` : ''
  launcher.style.visibility = visibility
}
