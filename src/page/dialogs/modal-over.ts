const dialogs = 'dialog, [aria-modal="true"], [role="dialog"], [role="alertdialog"]'
const outOfReach = '[inert], [aria-hidden="true"]'

/** Whether it can be seen and reached: dialogs often lie in the page all the time. */
export const isShown = (element: Element): boolean =>
  element.isConnected && !element.closest(outOfReach) && element.getAttribute('data-state') !== 'closed'
  && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })

/** Whether somebody has put a place of the page out of reach, as one does behind a dialog that does not say what it is. */
export const isBehind = (place: Element): boolean => !!place.closest(outOfReach) || getComputedStyle(place).pointerEvents === 'none'

const isModal = (element: Element, place: Element) =>
  element instanceof HTMLDialogElement
    ? element.matches(':modal')
    : element.getAttribute('aria-modal') === 'true' || (isBehind(place) && !element.contains(place)) || element.contains(document.activeElement)

// The order in which they came up, because none of them tells.
const since = new WeakMap<Element, number>()
let count = 0

/**
 * The dialog that holds the page now: one of the browser's own, one that says so, one behind which the page is out of reach, or
 * one that has the focus, and may be about to keep it.
 * Of several the one that came last.
 * @param place what has to be reachable.
 * @param others that lie in shadow roots, where nobody looks for them.
 */
export function modalOver(place: Element, others: Iterable<Element> = []): Element | undefined {
  let latest: Element | undefined
  for (const element of new Set([...document.querySelectorAll(dialogs), ...others])) {
    if (!isModal(element, place) || !isShown(element)) since.delete(element)
    else {
      if (!since.has(element)) since.set(element, ++count)
      if (!latest || since.get(element)! > since.get(latest)!) latest = element
    }
  }
  return latest
}

/** Whether it still holds the page; one that is no dialog of the browser's does as long as it is shown. */
export const isStillUp = (modal: Element): boolean => isShown(modal) && (!(modal instanceof HTMLDialogElement) || modal.matches(':modal'))

/** The dialogs somebody is in, the innermost first, through open shadow roots. */
export const dialogsOf = (path: readonly EventTarget[]): Element[] =>
  path.filter((node): node is Element => node instanceof Element && node.matches(dialogs))
