import { isOurs } from '../left-alone.ts'

/** Every element of the page, those in open shadow roots included; ours and what is in them left out. */
export function everything(root: ParentNode): readonly Element[] {
  const found: Element[] = []
  const visit = (node: ParentNode) => {
    for (const child of node.children) {
      if (isOurs(child)) continue
      found.push(child)
      if (child.shadowRoot) visit(child.shadowRoot)
      visit(child)
    }
  }
  visit(root)
  return found
}

/** What an element is shown in: the slot it is put into, the host of its shadow root, else its parent. */
export function shownIn(element: Element): Element | null {
  const { parentNode } = element
  return element.assignedSlot ?? element.parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null)
}

/** The first of the element and all it is shown in of which `test` is true. */
export function nearest(element: Element, test: (element: Element) => boolean): Element | undefined {
  for (let at: Element | null = element; at; at = shownIn(at)) if (test(at)) return at
  return undefined
}
