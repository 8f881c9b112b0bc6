import { ancestors, descendants, isThere } from '../../driver/in-page/flat-tree.ts'

/** Everything that is rendered inside of what a selector finds on the page, the found elements included. */
export const everythingIn = (within: string): Element[] =>
  [...new Set([...document.querySelectorAll(within)].flatMap(root => [root, ...descendants(root)]))].filter(isThere)

/** There for a screen reader alone. */
export const isUnseen = (element: Element): boolean =>
  [element, ...ancestors(element)].some(each => getComputedStyle(each).clipPath.startsWith('inset(50%'))

/** The layer an element is drawn in: what lies in another one covers it, or is covered. */
export const layerOf = (element: Element): Element | undefined =>
  [element, ...ancestors(element)].find(each => each.matches(':popover-open, :modal'))

/** What an element is called in a report: its tag, its class or id, and how its text begins. */
export const nickname = (element: Element): string => {
  const mark = element.id ? `#${element.id}` : typeof element.className === 'string' && element.className ? `.${element.className.split(' ')[0]}` : ''
  return `${element.localName}${mark} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`
}

/** Every shadow root of the page, and the page itself. */
export const roots = (root: Document | ShadowRoot = document): (Document | ShadowRoot)[] =>
  [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))]
