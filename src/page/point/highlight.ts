import { Overlay } from './overlay.ts'
import { find } from './selector.ts'

/** Puts an outline around the element a selector leads to, as long as it is there. Answers with a function that takes it away. */
export function highlight(selector: string, like?: Element): () => void {
  const element = find(selector)
  if (!element) return () => {}
  const overlay = new Overlay(like)
  overlay.show()
  overlay.follow(() => (element.isConnected ? element : undefined))
  return () => overlay.remove()
}
