import { attribute } from '../../shared/article-attribute.ts'
import { MarkBeside } from './mark-beside.ts'

/** Sets a mark beside everything in `root` that names its article, and keeps to what the page does. Answers with a function that takes all marks away. */
export function markAll(root: Document | DocumentFragment | Element, desk: string): () => void {
  const marks = new Map<Element, MarkBeside>()
  const settle = () => {
    const wanted = new Set(root.querySelectorAll(`[${attribute}]`))
    if (root instanceof Element && root.hasAttribute(attribute)) wanted.add(root)
    for (const [target, mark] of marks) {
      if (wanted.has(target)) continue
      mark.remove()
      marks.delete(target)
    }
    for (const target of wanted) {
      const article = target.getAttribute(attribute)!.trim()
      const mark = marks.get(target)
      if (mark) mark.update(article)
      else if (MarkBeside.mayBe(target)) marks.set(target, new MarkBeside(target, article, desk))
    }
  }
  settle()
  // A page that builds itself changes a hundred times a frame: it is looked at once.
  let due = 0
  const observer = new MutationObserver(changes => {
    due ||= requestAnimationFrame(() => {
      due = 0
      settle()
    })
    for (const { target } of changes) for (const mark of marks.values()) mark.touch(target)
  })
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: [attribute] })
  return () => {
    observer.disconnect()
    cancelAnimationFrame(due)
    for (const mark of marks.values()) mark.remove()
    marks.clear()
  }
}
