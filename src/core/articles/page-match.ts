/**
 * How well a page fits an article's pattern: 0 for not at all, more the more of the path the pattern names.
 * `/checkout` is that page and those below it, `/` only the front page, `/products/*` and `/products/:id` leave a part open;
 * a pattern with an origin must match that too. Anything beyond that is a URLPattern, where the browser has them.
 * A way behind `#/` or `#!/` counts as a path, too.
 * @param url origin and path
 */
export function pageMatch(pattern: string, url: string): number {
  const page = URL.canParse(url) ? new URL(url) : undefined
  if (!page || !pattern) return 0
  const [, origin = '', path = '/'] = /^([a-z]+:\/\/[^/]*)?(\/.*)?$/i.exec(pattern) ?? [undefined, undefined, `/${pattern}`]
  if (origin && origin.toLowerCase() !== page.origin) return 0
  const paths = [page.pathname, ...(/^#!?(\/.*)/.exec(page.hash)?.slice(1) ?? [])]
  return paths.some(each => matches(path, each.replace(/(?<=.)\/+$/, ''))) ? 1 + path.replace(/\*|:\w+/g, '').length : 0
}

function matches(path: string, pathname: string): boolean {
  if (/[({?+\\]/.test(path)) return matchesPattern(path, pathname)
  if (path === '/') return pathname === '/'
  const source = path.replace(/\/+$/, '').split(/(\*|:\w+)/)
    .map((part, index) => (index % 2 ? (part === '*' ? '.*' : '[^/]+') : part.replace(/[.^$|[\]]/g, '\\$&'))).join('')
  return new RegExp(`^${source}(?:/|$)`).test(pathname)
}

function matchesPattern(path: string, pathname: string): boolean {
  try {
    return new URLPattern({ pathname: path }).test({ pathname })
  } catch {
    // Not a pattern, or a browser without them.
    return false
  }
}
