import type { Problem } from '../core/support/errors.ts'
import { safePattern } from '../core/support/safe-pattern.ts'
import type { Detail } from '../desk/config.ts'
import { shorten } from '../core/support/whole-at.ts'
import { isSecret } from './secret.ts'
import { isApart, isPersonal, wordless } from './words-in.ts'

// More would be a log of the page. `read` is what a pattern looks at; both in UTF-16 code units.
const most = { details: 50, read: 1_000, value: 200 }

/**
 * What the owner's selectors find, by name: of each the first element that says something. Shadow roots are not crossed. Nothing is
 * read of fields with passwords, cards and codes, nor of parts marked `data-private`, `data-earshot-ignore` or `data-earshot-mask`.
 * At most 50 details of 200 characters. A wrong selector or pattern is left out and complained of: `details/bad-selector`,
 * `details/bad-pattern`, `details/too-many`.
 */
export function readDetails(details: readonly Detail[], complain: (problem: Problem) => void = () => {}, root: ParentNode = document): Record<string, string> {
  const found: Record<string, string> = {}
  if (details.length > most.details) {
    complain({ code: 'details/too-many', path: '/details', message: `Expected at most ${most.details} details, got ${details.length}; the others are left out` })
  }
  const asked = details.slice(0, most.details)
  for (let i = 0; i < asked.length; i++) {
    const { name, selector, attribute, pattern } = asked[i]!
    if (Object.hasOwn(found, name)) continue
    const wrong = (key: 'selector' | 'pattern', why: string) =>
      complain({ code: `details/bad-${key}`, path: `/details/${i}/${key}`, message: `The ${key} of the detail "${name}" ${why}. The detail is left out` })
    let elements: Iterable<Element>
    try {
      elements = root.querySelectorAll(selector)
    } catch {
      wrong('selector', `is no CSS selector: "${selector}"`)
      continue
    }
    const safe = pattern === undefined ? undefined : safePattern(String(pattern))
    if (safe && 'reason' in safe) {
      wrong('pattern', safe.reason)
      continue
    }
    for (const element of elements) {
      const value = taken(read(element, attribute), safe?.pattern)
      if (!value) continue
      Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true })
      break
    }
  }
  return found
}

function read(element: Element, attribute: string | undefined): string {
  if (isPersonal(element) || isSecret(element)) return ''
  if (attribute !== undefined) return element.getAttribute(attribute) ?? ''
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? ''
  if (element instanceof HTMLTextAreaElement) return element.value
  if (!(element instanceof HTMLInputElement)) return plainWords(element)
  if (element.type === 'checkbox' || element.type === 'radio') return element.checked ? element.value : ''
  return element.type === 'file' ? '' : element.value
}

/** What stands in it, but for fields and for what is to be left alone. As it is written: a number in pieces is one for a pattern. */
function plainWords(node: Node): string {
  if (node instanceof Text) return node.data
  return [...node.childNodes].map(child => (child instanceof Element && (child.matches(wordless) || isApart(child)) ? ' ' : plainWords(child))).join('')
}

function taken(text: string, pattern: RegExp | undefined): string {
  const plain = text.replace(/\s+/g, ' ').trim().slice(0, most.read)
  const match = pattern ? pattern.exec(plain) : [plain]
  return shorten((match?.[1] ?? match?.[0] ?? '').trim(), most.value)
}
