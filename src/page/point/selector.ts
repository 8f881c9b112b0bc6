import { attr, className, finder, idName } from '@medv/finder'

/** Between the steps into shadow roots. */
const into = ' >>> '
// What tests find an element by is meant to last, whatever it looks like.
const forTests = /^data-(test|testid|test-id|cy|qa)$/
// They come and go with what one does, or with each build.
const passing = /^(is|has|css|sc|jss|ng|svelte|astro)-|active|hover|focus|open|close|select|visit|current|hidden|show|visible|disabled|loading|enter|leave/i
// In milliseconds, for each root: nobody is to wait for a shorter one.
const deadline = 200
const most = 2_000

/**
 * A selector that leads to the element again, shadow roots crossed by ` >>> `; undefined where there is none, as in a closed one.
 * Neither by names that a build made up, nor by the state the element is in. Where the element is marked private no attribute is
 * named but those for tests.
 */
export function selectorOf(element: Element, bare = false): string | undefined {
  const root = element.getRootNode()
  if (!(root instanceof Document || root instanceof ShadowRoot) || element === document.documentElement) return undefined
  const above = root instanceof ShadowRoot ? selectorOf(root.host, bare) : ''
  if (above === undefined) return undefined
  try {
    const within = finder(element, {
      // It asks this for elements by selector, and nothing else.
      ...(root instanceof ShadowRoot && { root: root as unknown as Element }),
      idName: name => !bare && idName(name),
      className: name => !passing.test(name) && className(name),
      attr: (name, value) => (forTests.test(name) && value.length <= 60) || (!bare && attr(name, value)),
      timeoutMs: deadline,
      maxNumberOfPathChecks: most,
    })
    return above ? above + into + within : within
  } catch {
    // Of elements with names that no selector can say.
    return undefined
  }
}

/** The element a selector leads to; undefined where there is none any more, or where it is no selector. */
export function find(selector: string, page: Document = document): Element | undefined {
  let root: Document | ShadowRoot | null = page
  let found: Element | null = null
  for (const step of selector.split(into)) {
    try {
      found = root?.querySelector(step) ?? null
    } catch {
      return undefined
    }
    root = found?.shadowRoot ?? null
  }
  return found ?? undefined
}
