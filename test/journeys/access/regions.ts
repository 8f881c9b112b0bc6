import type { Page } from '../driver/page.ts'

/**
 * For `beforeScripts`: keeps what each live region says, in its order, as a screen reader hears it. A region that comes with words in
 * it is kept with a sign: many screen readers say nothing then.
 */
export function listenToRegions() {
  const said = ((window as unknown as { said: string[] }).said = [] as string[])
  const last = new WeakMap<Element, string>()
  const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]'
  const read = (region: Element, isNew: boolean) => {
    // A screen reader hears no difference between these spaces; a region that changes from one to the other speaks again.
    const raw = region.textContent ?? ''
    if (raw === last.get(region)) return
    last.set(region, raw)
    const text = raw.replaceAll(/[\s\u00a0]+/g, ' ').trim()
    if (text) said.push(isNew ? `(came with words) ${text}` : text)
  }
  const listen = (root: Node) => new MutationObserver(changes => {
    for (const { target, addedNodes } of changes) {
      const at = target instanceof Element ? target : target.parentElement
      const region = at?.closest(live)
      if (region) read(region, false)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        for (const each of [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)]) if (!last.has(each)) read(each, true)
      }
    }
  }).observe(root, { subtree: true, childList: true, characterData: true })
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init)
    listen(root)
    return root
  }
  listen(document)
}

/** What was said since it was last asked. */
export const said = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0))
