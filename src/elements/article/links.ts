const route = '#/article/'

/** What a link inside an article leads to, where that is not the browser's business. */
export type Target = { article: string } | { heading: string }

/** The link under a click, if it leads to another article or to a heading of this one. */
export function targetOf(event: Event): Target | undefined {
  const href = event.composedPath().find(node => node instanceof HTMLAnchorElement)?.getAttribute('href')
  if (!href?.startsWith('#')) return undefined
  if (!href.startsWith(route)) return { heading: decode(href.slice(1)) }
  return { article: decode(href.slice(route.length).split('#')[0]!) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
