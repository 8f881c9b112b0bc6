const fields = 'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=image]), textarea, select, [contenteditable], [role=textbox], [role=combobox]'

// Between the launcher and a field it makes way for, and the edge of what can be seen, in CSS pixels.
const gap = 8

/** The launcher never covers the field somebody is in, nor lies on their keyboard: it makes way as long as they are there. */
export class StepAside {
  readonly #widget: HTMLElement
  readonly #ended = new AbortController()
  #frame = 0

  constructor(widget: HTMLElement) {
    this.#widget = widget
    const { signal } = this.#ended
    const options = { capture: true, passive: true, signal }
    const soon = () => (this.#frame ||= requestAnimationFrame(() => this.#settle()))
    for (const type of ['focusin', 'focusout', 'scroll', 'input']) document.addEventListener(type, soon, options)
    for (const target of [window, visualViewport]) target?.addEventListener('resize', soon, options)
    soon()
  }

  end(): void {
    this.#ended.abort()
    cancelAnimationFrame(this.#frame)
    const launcher = this.#launcher
    if (launcher) place(launcher, 0)
  }

  get #launcher() {
    return this.#widget.shadowRoot?.querySelector<HTMLElement>('[part=launcher]:not([hidden])')
  }

  #settle() {
    this.#frame = 0
    const launcher = this.#launcher
    if (!launcher) return
    const field = fieldInHand(this.#widget)
    const way = field && wayFrom(launcher, field.getBoundingClientRect())
    // Where it would lie on the keyboard there is no room for both.
    place(launcher, way ?? 0, field && hasKeyboard() ? 'hidden' : '')
    if (way === undefined && field) place(launcher, 0, 'hidden')
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
