// Runs in the page. Bundled, and laid under a symbol, so that the page's own globals stay as they are.
import { isDisabled } from 'dom-accessibility-api'
import { activeElement, textOf } from './flat-tree.ts'
import { pointAt, type Point } from './pointing.ts'
import { find, inventory, nameOf, roleOf, type Query } from './queries.ts'

export type Reading = 'text' | 'value' | 'focused' | 'disabled' | 'checked' | 'name' | 'role'

function one(steps: readonly Query[]): Element {
  const [element, ...others] = find(steps)
  if (!element || others.length) throw new Error(`expected one element, found ${element ? others.length + 1 : 0}`)
  return element
}

const valueOf = (element: Element): string =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
    ? element.value
    : (element.textContent ?? '')

const readings: Record<Reading, (element: Element) => string | boolean> = {
  text: textOf,
  value: valueOf,
  name: nameOf,
  role: roleOf,
  focused: element => activeElement() === element,
  disabled: element => isDisabled(element) || element.getAttribute('aria-disabled') === 'true',
  checked: element => (element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true'),
}

const finder = {
  count: (steps: readonly Query[]): number => find(steps).length,
  inventory,
  point: (steps: readonly Query[]): Promise<Point> => pointAt(one(steps)),
  read: (steps: readonly Query[], what: Reading) => readings[what](one(steps)),
  attribute: (steps: readonly Query[], name: string) => one(steps).getAttribute(name),
  /** Marks what is in a field, so that typing replaces it. */
  select(steps: readonly Query[]): void {
    const element = one(steps)
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  },
  choose(steps: readonly Query[], label: string): void {
    const element = one(steps)
    if (!(element instanceof HTMLSelectElement)) throw new Error('only a <select> has options to choose from')
    const option = [...element.options].find(each => each.label.trim() === label)
    if (!option) throw new Error(`no option ${JSON.stringify(label)}; there are ${[...element.options].map(each => each.label).join(', ')}`)
    element.value = option.value
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  },
  /** Role and name of what has the focus, for journeys by keyboard. */
  focused() {
    const active = activeElement()
    return active ? { role: roleOf(active), name: nameOf(active) } : { role: 'none', name: '' }
  },
  text: () => textOf(document.body),
}

export type Finder = typeof finder

Object.defineProperty(globalThis, Symbol.for('earshot.journeys'), { value: finder, configurable: true })
