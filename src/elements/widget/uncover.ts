// Between the panel and a field, and the least height in which the panel is of use, in CSS pixels.
const gap = 8
const least = 240

/**
 * Has an open panel leave a field of the page in sight: as it stands, from the other side, or at less height above or below the
 * field, whichever comes first.
 * @returns whether there is such a place; if not, the panel is as it was.
 */
export function uncover(panel: HTMLElement, field: Element): boolean {
  const wanted = inSight(field)
  const isClear = () => {
    const { left, right, top, bottom } = panel.getBoundingClientRect()
    return left >= wanted.right + gap || right <= wanted.left - gap || top >= wanted.bottom + gap || bottom <= wanted.top - gap
  }
  // Where it is going to be, not where it is on its way there.
  for (const animation of panel.getAnimations()) animation.cancel()
  if (isClear()) return true
  const { translate, height } = panel.style
  resume(panel)
  if (isClear()) return true
  const { left, right, top, bottom } = panel.getBoundingClientRect()
  const across = document.documentElement.clientWidth - right - left
  panel.style.translate = `${across}px`
  if (isClear()) return true
  const view = visualViewport
  const end = Math.min(bottom, view ? view.offsetTop + view.height : bottom)
  const [above, below] = [wanted.top - gap - top, end - wanted.bottom - gap]
  // One that fills the window would be torn off its edges.
  const fits = across && Math.max(above, below) >= least
  Object.assign(panel.style, fits ? { translate: '', height: `${Math.max(above, below)}px` } : { translate, height })
  if (fits) panel.style.translate = `0 ${(above > below ? top : end - below) - panel.getBoundingClientRect().top}px`
  return !!fits
}

/** Takes the panel back to its own place and height. */
export function resume(panel: HTMLElement): void {
  panel.style.translate = panel.style.height = ''
}

/** What has to be seen of a field: all of it, and of an editor as large as half a window where somebody writes in it, if a browser tells. */
function inSight(field: Element): DOMRect {
  const whole = field.getBoundingClientRect()
  if (whole.height <= innerHeight / 2) return whole
  const selection = getSelection()
  // Of a text area Firefox tells something else.
  return (field as HTMLElement).isContentEditable && selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : new DOMRect()
}
