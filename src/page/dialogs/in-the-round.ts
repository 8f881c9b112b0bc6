const focusable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex^="-"])'

/** What can be focused in it and seen, without what is ours. */
export const focusablesOf = (host: Element): HTMLElement[] =>
  [...host.querySelectorAll<HTMLElement>(focusable)].filter(each => !each.localName.startsWith('earshot-') && each.checkVisibility({ visibilityProperty: true }))

/**
 * Who keeps the focus in a dialog counts what can be focused in it, and does not look into shadow roots: to them the last of them
 * would be the one before the widget, and Tab would never come to it. So something they see stands behind it, and hands the
 * focus on: into the widget, or, when it comes from there, to where the dialog begins.
 */
export function beInTheRound(widget: HTMLElement, host: Element, signal: AbortSignal): void {
  const enter = () => {
    const root = widget.shadowRoot
    const panel = root?.querySelector<HTMLElement>('#panel:not([hidden])')
    ;(panel?.querySelector<HTMLElement>('button') ?? root?.querySelector<HTMLElement>('[part=launcher]:not([hidden])'))?.focus()
  }
  const begin = () => {
    ;(focusablesOf(host)[0] ?? (host as HTMLElement)).focus()
  }
  const turn = document.createElement('earshot-turn')
  turn.tabIndex = 0
  Object.assign(turn.style, { display: 'block', position: 'fixed', insetBlockStart: '0', width: '1px', height: '1px', margin: '0', padding: '0', opacity: '0', pointerEvents: 'none' })
  turn.addEventListener('focus', ({ relatedTarget }) => (relatedTarget === widget ? begin() : enter()))
  host.append(turn)
  // To whom they give back the focus that was in it last.
  widget.focus = enter
  signal.addEventListener('abort', () => {
    turn.remove()
    delete (widget as Partial<HTMLElement>).focus
  })
}
