import { nearest } from './capture/everything.ts'
import { isLeftAlone, markedPrivate } from './left-alone.ts'

/** What stands in these is the customer's, or no words. */
export const wordless = 'select, textarea, input, datalist, script, style, template, noscript, [contenteditable]:not([contenteditable=false i]), [role=textbox]'

/** What the owner does not want told, or asked to leave alone: the element or something it is shown in. */
export const isPersonal = (element: Element): boolean => !!nearest(element, isApart)

/** What stands apart by itself. */
export const isApart = (element: Element): boolean => element.matches(markedPrivate) || isLeftAlone(element)

/** The words one reads in it, spaces made one; never what stands in fields, nor what is marked `data-private`, `-ignore` or `-mask`. */
export function wordsIn(root: Node, most = Infinity): string {
  let words = ''
  const read = (node: Node) => {
    if (words.length > most) return
    if (node instanceof Text) words += node.data.replace(/\s+/g, ' ')
    else if (!(node instanceof Element) || (!node.matches(wordless) && !isApart(node))) {
      const inside = node instanceof HTMLSlotElement ? node.assignedNodes() : []
      words += ' '
      for (const child of inside.length ? inside : ((node as Element).shadowRoot ?? node).childNodes) read(child)
      words += ' '
    }
  }
  read(root)
  return words.replace(/\s+/g, ' ').trim().slice(0, most)
}

/** What elements are called by others, which an attribute names by their ids. */
export const byIds = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).flatMap(id => (id && (element.getRootNode() as Document).getElementById?.(id)) || []).map(node => wordsIn(node))

/** What it is called: by its label or its alternative text, else by its own words. */
export function nameOf(element: Element, most?: number): string {
  const { labels } = element as HTMLInputElement
  const own = element.getAttribute('aria-label') || element.getAttribute('alt')
  const name = byIds(element, 'aria-labelledby').join(' ') || own || [...(labels ?? [])].map(label => wordsIn(label)).join(' ') || wordsIn(element, most)
  return name.slice(0, most)
}
