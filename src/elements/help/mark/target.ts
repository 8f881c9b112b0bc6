import type { MarkHost } from './mark.ts'

/** What marks are about that were set beside something, rather than told its id. */
export const targets = new WeakMap<Element, Element>()

/** The part of the page that a mark is about. An id is looked up where the mark stands: in the page, or in the shadow root it is in. */
export function targetOf(host: MarkHost): Element | undefined {
  const root = host.getRootNode() as Document | ShadowRoot
  return targets.get(host) ?? (host.for ? (root.getElementById?.(host.for) ?? undefined) : undefined)
}
