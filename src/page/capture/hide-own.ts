import { isOurs } from '../left-alone.ts'

/** Takes everything of ours out of sight, and answers with a function that puts it back as it was, with the focus. */
export function hideOwn({ document }: Window): () => void {
  const focused = deepest(document)
  const hidden = ownIn(document).map(element => {
    const { style } = element
    const before = [style.getPropertyValue('visibility'), style.getPropertyPriority('visibility')] as const
    // Inherited into the top layer, where our panel is; opacity is not.
    style.setProperty('visibility', 'hidden', 'important')
    return { style, before }
  })
  return () => {
    for (const { style, before } of hidden) {
      style.removeProperty('visibility')
      if (before[0]) style.setProperty('visibility', ...before)
    }
    // What is hidden loses the focus. Unless somebody has put it elsewhere since, it goes back.
    const now = deepest(document)
    if (focused?.isConnected && (!now || now === document.body)) focused.focus({ preventScroll: true })
  }
}

function ownIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => {
    if (isOurs(element)) return [element]
    return element.shadowRoot ? ownIn(element.shadowRoot) : []
  })
}

function deepest(root: DocumentOrShadowRoot): HTMLElement | null {
  const active = root.activeElement
  return active?.shadowRoot ? (deepest(active.shadowRoot) ?? (active as HTMLElement)) : (active as HTMLElement | null)
}
