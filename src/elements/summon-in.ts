import { roster, summonElement } from './roster.ts'
import { attribute } from './shared/article-attribute.ts'

/**
 * Fetches the elements that stand in `root`, sets a question mark beside everything in it that has a `data-earshot-article`,
 * and goes on doing so with what is added, changed or taken away later. Shadow roots inside `root` need a call of their own.
 * @param desk the name on the shelf of the desk that answers the marks. Default `default`.
 * @returns a function that stops watching and takes the marks away.
 */
export function summonIn(root: Document | DocumentFragment | Element, desk = 'default'): () => void {
  const selector = Object.keys(roster).join()
  let unmark: (() => void) | undefined
  let stopped = false
  // One that did not arrive leaves what the page itself has put inside; nobody hears of it but the network panel.
  const summon = (tag: string) => void summonElement(tag).catch(() => {})
  const mark = () => {
    if (unmark || (!root.querySelector(`[${attribute}]`) && !(root instanceof Element && root.hasAttribute(attribute)))) return
    unmark = () => {}
    summon('earshot-help')
    void import('./help/mark/mark-all.ts').then(({ markAll }) => {
      if (!stopped) unmark = markAll(root, desk)
    }, () => (unmark = undefined))
  }
  const look = (node: Document | DocumentFragment | Element) => {
    if (node instanceof Element && node.matches(selector)) summon(node.localName)
    for (const element of node.querySelectorAll(selector)) summon(element.localName)
  }
  look(root)
  mark()
  const observer = new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) look(node)
    mark()
  })
  observer.observe(root, { childList: true, subtree: true, attributeFilter: [attribute] })
  return () => {
    stopped = true
    observer.disconnect()
    unmark?.()
  }
}
