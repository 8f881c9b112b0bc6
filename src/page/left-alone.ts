/** Our own elements, and what the owner asked to leave alone: a step of an event's path that takes the whole event out of sight. */
export function isLeftAlone(node: Partial<Element>): boolean | undefined {
  return node.localName?.startsWith('earshot-') || node.hasAttribute?.('data-earshot-ignore')
}
