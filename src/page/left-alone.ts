/** Our own elements: none of them is ever in a picture, pointed at or watched. */
export const isOurs = ({ localName }: Partial<Element>): boolean => localName?.startsWith('earshot-') ?? false

/** What the owner marked as private: nobody may show it or tell of it. */
export const markedPrivate = '[data-private], [data-earshot-mask]'

/** Our own elements, and what the owner asked to leave alone: a step of an event's path that takes the whole event out of sight. */
export function isLeftAlone(node: Partial<Element>): boolean {
  return isOurs(node) || (node.hasAttribute?.('data-earshot-ignore') ?? false)
}
