import type { Desk } from '../../../desk/desk.ts'

/**
 * The panel of this desk, if it can be used from where `element` is: while a modal dialog is open, all of the page outside of
 * it is dead, the panel too.
 */
export function panelFor(element: Element, desk: Desk): Element | undefined {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof HTMLDialogElement && node.matches(':modal')) return undefined
  }
  return [...document.querySelectorAll('earshot-widget')].find(
    widget => customElements.get('earshot-widget') && (widget.getAttribute('desk') ?? 'default') === desk.settings.desk,
  )
}
