/** What the customer has in hand in an element: the field, the place in it, how far it was scrolled. */
export interface Hold { take(): void }

/** What has the focus, through open shadow roots. */
export function innermostActive(root: Document | ShadowRoot = document): Element | null {
  let active = root.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** Notes it, to be taken up again once the element stands elsewhere: a browser that has to take it out to move it forgets both. */
export function holdOf(root: ShadowRoot, held: Element | null): Hold {
  const body = root.querySelector('[part~=body]')
  const top = body?.scrollTop ?? 0
  const field = held as (HTMLElement & Partial<HTMLTextAreaElement>) | null
  let range: [number | null | undefined, number | null | undefined] = [undefined, undefined]
  try {
    range = [field?.selectionStart, field?.selectionEnd]
  } catch {
    // Some kinds of field have no places in them.
  }
  return {
    take() {
      if (body && body.scrollTop !== top) body.scrollTop = top
      if (!field?.isConnected || innermostActive() === field) return
      field.focus({ preventScroll: true })
      if (typeof range[0] === 'number' && typeof range[1] === 'number') field.setSelectionRange?.(range[0], range[1])
    },
  }
}
