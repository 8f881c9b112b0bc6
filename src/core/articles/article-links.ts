import type { LinkInline } from './document.ts'
import { headingId } from './heading-ids.ts'
import { linkUrl } from './safe-url.ts'

export interface LinkOptions {
  /** Absolute address that relative links and pictures resolve against. */
  base?: string
  /** The article's own id, which relative links to `other.md` resolve against. */
  id?: string
}

type Target = Pick<LinkInline, 'href' | 'external' | 'articleId' | 'fragment'>

const route = '#/article/'

/** `#/article/guides/start#install`: how articles link to each other, whatever their files are called. */
export function articleHref(id: string, fragment?: string): string {
  return route + id.split('/').map(encodeURIComponent).join('/') + (fragment ? `#${encodeURIComponent(fragment)}` : '')
}

/** Where a link leads; undefined when it may not lead there. */
export function linkTarget(href: string, { base, id = '' }: LinkOptions): Target | undefined {
  if (href.startsWith(route)) return toArticle(...split(href.slice(route.length)))
  if (href.startsWith('#')) {
    const fragment = headingId(decode(href.slice(1)))
    return { href: `#${fragment}`, external: false, fragment }
  }
  const [path, hash] = split(href)
  if (/\.(?:md|markdown)$/i.test(path) && !/^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(path)) {
    // A made-up host, so that `..` and `.` are solved as in any address.
    const { pathname } = new URL(path, `https://x/${id.split('/').map(encodeURIComponent).join('/')}`)
    return toArticle(pathname.slice(1).replace(/\.\w+$/, ''), hash)
  }
  const url = linkUrl(href, base)
  if (!url) return undefined
  if (typeof url === 'string') return { href: url, external: false }
  return { href: url.href, external: /^http/.test(url.protocol) && (!base || url.origin !== new URL(base).origin) }
}

function toArticle(path: string, hash: string | undefined): Target {
  const articleId = decode(path)
  const fragment = hash && headingId(decode(hash))
  return { href: articleHref(articleId, hash && decode(hash)), external: false, articleId, ...(fragment && { fragment }) }
}

function split(href: string): [path: string, hash: string | undefined] {
  const at = href.indexOf('#')
  return at < 0 ? [href, undefined] : [href.slice(0, at), href.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
