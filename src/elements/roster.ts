import { provideSummon } from './shared/summon.ts'

type Definition = () => Promise<CustomElementConstructor>

/** The only list of tags: each is fetched when it is needed. */
export const roster: Readonly<Record<string, Definition>> = {
  'earshot-widget': () => import('./widget/widget.ts').then(module => module.EarshotWidget),
  'earshot-help': () => import('./help/help.ts').then(module => module.EarshotHelp),
  'earshot-article': () => import('./article/article.ts').then(module => module.EarshotArticle),
  'earshot-feedback': () => import('./feedback/feedback.ts').then(module => module.EarshotFeedback),
  'earshot-receipt': () => import('./receipt/receipt.ts').then(module => module.EarshotReceipt),
  'earshot-rating': () => import('./rating/rating.ts').then(module => module.EarshotRating),
  'earshot-people': () => import('./people/people.ts').then(module => module.EarshotPeople),
  'earshot-requests': () => import('./requests/requests.ts').then(module => module.EarshotRequests),
}

/** Fetches and defines one element, once. A tag that is taken already is left to whoever has it. */
export async function summonElement(tag: string): Promise<void> {
  const definition = Object.hasOwn(roster, tag) ? roster[tag] : undefined
  if (definition && !customElements.get(tag)) register(tag, await definition())
}

/** Defines an element, unless another copy of Earshot was first: then this one stands down. */
export function register(tag: string, constructor: CustomElementConstructor) {
  if (!customElements.get(tag)) customElements.define(tag, constructor)
}

provideSummon(summonElement)

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
