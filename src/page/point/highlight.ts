import { everything } from '../capture/everything.ts'
import { Overlay } from './overlay.ts'
import { find } from './selector.ts'

/** Puts an outline around the element a selector leads to, as long as it is there. Answers with a function that takes it away. */
export function highlight(selector: string, like?: Element): () => void {
  const element = find(selector)
  if (!element) return () => {}
  const overlay = new Overlay(like)
  // Over the page, but not over the panel, which may cover what is outlined; what is in an open dialog can only be outlined above it.
  if (everything(document).some(each => each.matches('dialog:modal'))) overlay.show()
  else document.documentElement.append(overlay.host)
  overlay.follow(() => (element.isConnected ? element : undefined))
  return () => overlay.remove()
}
