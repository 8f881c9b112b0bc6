import { roster, summonElement } from './roster.ts'

/** Fetches the elements that stand in `root`, now and as they are added. Answers with a function that stops watching. */
export function summonIn(root: Document | Element): () => void {
  const selector = Object.keys(roster).join()
  const look = (node: Document | Element) => {
    if (node instanceof Element && node.matches(selector)) void summonElement(node.localName)
    for (const element of node.querySelectorAll(selector)) void summonElement(element.localName)
  }
  look(root)
  const observer = new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) look(node)
  })
  observer.observe(root, { childList: true, subtree: true })
  return () => observer.disconnect()
}
