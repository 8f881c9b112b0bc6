import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import { descendants, isThere, textOf } from './flat-tree.ts'

/** One step of a search. Steps follow each other: the next one looks inside what the last one found. */
export interface Query {
  role?: string
  name?: TextPattern
  text?: TextPattern
  /** Takes the n-th of several, from 0; negative from the end. */
  nth?: number
}

/** A text as a whole, a part of one (in any case), or a regular expression: in a form that travels as JSON. */
export type TextPattern = { whole: string } | { part: string } | { source: string; flags: string }

export const normalize = (text: string) => text.replace(/\s+/g, ' ').trim()

function matches(text: string, pattern: TextPattern | undefined): boolean {
  if (!pattern) return true
  if ('whole' in pattern) return text === normalize(pattern.whole)
  if ('part' in pattern) return text.toLowerCase().includes(normalize(pattern.part).toLowerCase())
  return new RegExp(pattern.source, pattern.flags).test(text)
}

export const roleOf = (element: Element): string => getRole(element) ?? 'generic'

/** The accessible name; labels given as elements instead of ids, which the library does not know, count too. */
export function nameOf(element: Element): string {
  const labels = element.hasAttribute('aria-labelledby') && element.getAttribute('aria-labelledby') ? null : element.ariaLabelledByElements
  if (labels?.length) return normalize(labels.map(label => textOf(label)).join(' '))
  return normalize(computeAccessibleName(element))
}

const unnamed = new Set(['generic', 'none', 'presentation'])

/** The smallest elements whose text matches. */
function byText(scope: Element, pattern: TextPattern): Element[] {
  const hits = [...descendants(scope)].filter(element => isThere(element) && matches(textOf(element), pattern))
  const outer = new Set<Element>()
  for (const hit of hits) for (const inner of descendants(hit)) if (hits.includes(inner)) outer.add(hit)
  return hits.filter(hit => !outer.has(hit))
}

function byRole(scope: Element, role: string, name: TextPattern | undefined): Element[] {
  return [...descendants(scope)].filter(element => roleOf(element) === role && isThere(element) && (!name || matches(nameOf(element), name)))
}

/** The elements that all steps together lead to, in reading order. */
export function find(steps: readonly Query[]): Element[] {
  let scopes: Element[] = [document.documentElement]
  for (const { role, name, text, nth } of steps) {
    const found = scopes.flatMap(scope => (role ? byRole(scope, role, name) : byText(scope, text!)))
    const unique = [...new Set(found)]
    scopes = nth === undefined ? unique : [unique.at(nth)].filter(element => element !== undefined)
  }
  return scopes
}

/** What was there instead, for an error message: roles and names in reading order. */
export function inventory(steps: readonly Query[]): string[] {
  const scopes = steps.length > 1 ? find(steps.slice(0, -1)) : [document.documentElement]
  const lines = scopes.flatMap(scope => [...descendants(scope)].filter(element => !unnamed.has(roleOf(element)) && isThere(element)))
    .map(element => `${roleOf(element)} ${JSON.stringify(nameOf(element).slice(0, 80))}`)
  return [...new Set(lines)].slice(0, 80)
}
