import type { Subject } from '../../core/issue/issue.ts'

/** The element that is rated: the one with the id, in the same tree as the rating. */
export function targetOf(host: Element): Element | null {
  const id = host.getAttribute('for')
  return id ? (host.getRootNode() as Document | ShadowRoot).getElementById?.(id) ?? null : null
}

/** The part of it that names it: its heading, else itself when it is short. Never what is marked private, nor fields. */
export function naming(target: Element | null): Element | undefined {
  const heading = target?.matches('h1, h2, h3, h4, h5, h6') ? target : target?.querySelector('h1, h2, h3, h4, h5, h6')
  const named = heading ?? (target && (target.textContent ?? '').trim().length <= 80 ? target : undefined)
  return named && !named.closest('[data-private]') && !named.querySelector('input, textarea, select, [data-private]') ? named : undefined
}

/** What an issue says of the element. */
export function subjectOf(target: Element | null): Subject['element'] {
  if (!target) return undefined
  const text = (target.getAttribute('aria-label') ?? naming(target)?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 140)
  return { selector: `#${CSS.escape(target.id)}`, ...(text && { text }) }
}
