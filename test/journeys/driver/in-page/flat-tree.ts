// The page as it is rendered: through open shadow roots, and from a slot to what is in it.

/** The parent in the flat tree: the slot an element is in, the host of its shadow root, or its ordinary parent. */
export function flatParent(node: Node): Element | null {
  if ('assignedSlot' in node && node.assignedSlot) return node.assignedSlot as Element
  const { parentNode } = node
  return parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null)
}

/** The children in the flat tree. */
export function flatChildren(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes()
    return assigned.length ? assigned : [...element.childNodes]
  }
  return [...(element.shadowRoot ?? element).childNodes]
}

export function* ancestors(node: Node): Generator<Element> {
  for (let parent = flatParent(node); parent instanceof Element; parent = flatParent(parent)) yield parent
}

/** Rendered, and not taken out of reach for everybody or for assistive technology. */
export function isThere(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false
  for (const each of [element, ...ancestors(element)]) {
    if (each.getAttribute('aria-hidden') === 'true' || (each instanceof HTMLElement && each.inert)) return false
  }
  return true
}

/** Every element under a root in reading order. */
export function* descendants(root: Element): Generator<Element> {
  for (const child of flatChildren(root)) {
    if (!(child instanceof Element)) continue
    yield child
    yield* descendants(child)
  }
}

/** What can be read of an element, its shadow roots included, with spaces made single. */
export function textOf(element: Element): string {
  const pieces: string[] = []
  const gather = (node: Node): void => {
    if (node instanceof Text) pieces.push(node.data)
    if (!(node instanceof Element) || node.matches('style, script, template')) return
    const { display, visibility } = getComputedStyle(node)
    if (display === 'none' || visibility === 'hidden') return
    const block = display !== 'inline' && display !== 'contents'
    if (block) pieces.push(' ')
    for (const child of flatChildren(node)) gather(child)
    if (block) pieces.push(' ')
  }
  gather(element)
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

/** The element that has the focus, however deep. */
export function activeElement(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** The element at a point of the view, however deep. */
export function elementAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y)
  while (hit?.shadowRoot) {
    const root: ShadowRoot = hit.shadowRoot
    // Chromium answers with the host for a text in a slot; the element around that slot comes after it.
    const inner = root.elementsFromPoint(x, y).find(element => element.getRootNode() === root) ?? root.elementFromPoint(x, y)
    if (!inner || inner === hit) break
    hit = inner
  }
  return hit
}
