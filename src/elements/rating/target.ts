import type { Subject } from '../../core/issue/issue.ts'

/** The element that is rated: the one with the id, in the same tree as the rating. */
export function targetOf(host: Element, id: string | undefined): Element | null {
  return id ? (host.getRootNode() as Document | ShadowRoot).getElementById?.(id) ?? null : null
}

// The owner's marks for what is not to be told.
const apart = '[data-private], [data-earshot-mask], [data-earshot-ignore]'

/** What it is called: by its label or heading, or by itself when it is short. Never by what is marked private, nor by fields. */
export function naming(target: Element | null): string | undefined {
  if (target?.closest(apart)) return undefined
  const heading = target?.matches('h1, h2, h3, h4, h5, h6') ? target : target?.querySelector('h1, h2, h3, h4, h5, h6')
  const named = heading ?? (target && (target.textContent ?? '').trim().length <= 80 ? target : undefined)
  const known = named && !named.closest(apart) && !named.querySelector(`input, textarea, select, ${apart}`)
  const text = target?.getAttribute('aria-label') ?? (known ? named.textContent : '') ?? ''
  return text.replace(/\s+/g, ' ').trim().slice(0, 140) || undefined
}

/** What an issue says of the element. */
export function subjectOf(target: Element | null): Subject['element'] {
  if (!target) return undefined
  const text = naming(target)
  return { selector: `#${CSS.escape(target.id)}`, ...(text && { text }) }
}
