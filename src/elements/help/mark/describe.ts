let count = 0

/**
 * Tells assistive technology that there is more about `target`: it has details, the mark. Where the page says that already,
 * its word stands. Answers with a function that takes every trace of it away.
 */
export function describe(target: Element, mark: Element): () => void {
  if (target.hasAttribute('aria-details')) return () => {}
  const own = mark.id
  const id = (mark.id ||= `earshot-help-${++count}`)
  target.setAttribute('aria-details', id)
  return () => {
    if (target.getAttribute('aria-details') === id) target.removeAttribute('aria-details')
    if (!own) mark.removeAttribute('id')
  }
}
