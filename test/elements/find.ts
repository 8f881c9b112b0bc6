import { computeAccessibleName, getRole } from 'dom-accessibility-api'

/** Every element under `root`, shadow roots included, in the order of the document. */
function* everything(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* everything(element.shadowRoot)
  }
}

/** What a screen reader would find in the element now: visible, by role and name. */
export function byRole(host: Element, role: string, name?: string): HTMLElement[] {
  const found: HTMLElement[] = []
  const roots = host.shadowRoot ? [host.shadowRoot, host] : [host]
  for (const root of roots) {
    for (const element of everything(root)) {
      if (getRole(element) !== role || !element.checkVisibility({ visibilityProperty: true }) || element.closest('[aria-hidden="true"]')) continue
      if (name === undefined || computeAccessibleName(element) === name) found.push(element as HTMLElement)
    }
  }
  return found
}

// On a busy machine what is fetched first takes its time, and frames are rare.
const longest = 6_000

/** The same, as soon as it is there; fails after six seconds, and says what was there instead. */
export async function find(host: Element, role: string, name?: string): Promise<HTMLElement> {
  for (const since = performance.now(); performance.now() - since < longest; ) {
    const [first] = byRole(host, role, name)
    if (first) return first
    await new Promise(requestAnimationFrame)
  }
  const names = byRole(host, role).map(element => `"${computeAccessibleName(element)}"`)
  throw new Error(`There is no ${role} "${name}"; there ${names.length === 0 ? 'is none' : `are ${names.join(', ')}`}`)
}

/** Resolves once there is no such element any more; fails after six seconds. */
export async function gone(host: Element, role: string, name?: string): Promise<void> {
  for (const since = performance.now(); performance.now() - since < longest; ) {
    if (byRole(host, role, name).length === 0) return
    await new Promise(requestAnimationFrame)
  }
  throw new Error(`There is still a ${role} "${name}"`)
}
