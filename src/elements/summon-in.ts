import { roster, summonElement } from './roster.ts'
import { attribute } from './shared/article-attribute.ts'
import { followLanguage, whenDesksChange } from './shared/follow-language.ts'

/**
 * A page that goes on by a new `<body>` takes ours away with the old one. What the loader has added itself comes along, with all that is
 * in it; where the page has its own, or had written it itself, the page decides.
 */
function carryOver(left: Node) {
  const widget = left instanceof HTMLBodyElement && left.querySelector(':scope > earshot-widget:empty')
  if (widget && !document.querySelector('earshot-widget')) document.body?.append(widget)
}

/**
 * Fetches the elements that stand in `root`, sets a question mark beside everything in it that has a `data-earshot-article`,
 * and goes on doing so with what is added, changed or taken away later.
 * Each element speaks the language of the nearest `lang` around it. Shadow roots inside `root` need a call of their own.
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
    const found = [...(node instanceof Element && node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]
    for (const { localName } of found) summon(localName)
    followLanguage(found)
  }
  look(root)
  mark()
  const observer = new MutationObserver(changes => {
    for (const { addedNodes, removedNodes, attributeName, target } of changes) {
      if (attributeName === 'lang') look(target as Element)
      removedNodes.forEach(carryOver)
      for (const node of addedNodes) if (node instanceof Element) look(node)
    }
    mark()
  })
  observer.observe(root, { childList: true, subtree: true, attributeFilter: [attribute, 'lang'] })
  const leaveDesks = whenDesksChange(() => look(root))
  return () => {
    stopped = true
    leaveDesks()
    observer.disconnect()
    unmark?.()
  }
}
