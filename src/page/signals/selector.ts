/** A selector by which the page finds the element again; of what is in a shadow root, the host's. */
export function selectorOf(element: Element): string | undefined {
  const root = element.getRootNode()
  if (root instanceof ShadowRoot) return selectorOf(root.host)
  if (!(root instanceof Document)) return undefined
  const isOne = (selector: string) => root.querySelectorAll(selector).length === 1
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.id && isOne(`#${CSS.escape(at.id)}`)) return [`#${CSS.escape(at.id)}`, ...steps].join(' > ')
    const { localName, parentElement } = at
    const same: Element[] = parentElement ? [...parentElement.children].filter(each => each.localName === localName) : []
    steps.unshift(same.length > 1 ? `${CSS.escape(localName)}:nth-of-type(${same.indexOf(at) + 1})` : CSS.escape(localName))
  }
  return steps.join(' > ')
}
