const most = 80

/** What a part of the page is called: by its label, its heading, or by itself when it is short. Never by what somebody typed. */
export function nameOf(target: Element | undefined): string | undefined {
  if (!target || target.closest('[data-private]')) return undefined
  return tidy(target.getAttribute('aria-label')) ?? labelled(target) ?? titled(target)
}

function labelled(target: Element): string | undefined {
  const root = target.getRootNode() as Document | ShadowRoot
  const ids = target.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = [...ids.map(id => root.getElementById?.(id)), ...((target as HTMLInputElement).labels ?? [])]
  return tidy(labels.map(label => (label ? wordsIn(label) : '')).join(' '))
}

function titled(target: Element): string | undefined {
  if (target.matches('img')) return tidy(target.getAttribute('alt'))
  if (target.matches('input, textarea, select')) return tidy(target.getAttribute('placeholder') ?? target.getAttribute('title'))
  const own = wordsIn(target)
  if (own.trim().length <= most) return tidy(own)
  const title = target.querySelector('h1, h2, h3, h4, h5, h6, caption, legend, summary')
  return title ? tidy(wordsIn(title)) : undefined
}

/** The words of an element, without fields and what is marked private. */
function wordsIn(element: Element): string {
  if (element.matches('input, textarea, select, script, style, [data-private], [hidden], earshot-help')) return ''
  return [...element.childNodes].map(node => (node instanceof Element ? wordsIn(node) : node instanceof Text ? node.data : '')).join('')
}

function tidy(text: string | null): string | undefined {
  const words = (text ?? '').replace(/\s+/g, ' ').trim().replace(/[\s:*]+$/, '')
  return words.length > most ? `${words.slice(0, most - 1)}…` : words || undefined
}
