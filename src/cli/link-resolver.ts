import { posix } from 'node:path'
import { articleHref } from '../core/articles/article-links.ts'

/** What a link in an article turned out to lead to. */
export type Link =
  | { kind: 'elsewhere' }
  | { kind: 'article'; href: string }
  | { kind: 'picture'; file: string }
  | { kind: 'page'; href: string }
  | { kind: 'missing'; file: string }

export interface LinkContext {
  /** The file the link stands in, and the folder of its language (`en/` or nothing). */
  file: string
  root: string
}

export interface Folder {
  /** Ids by file, without its extension. */
  articles: ReadonlyMap<string, string>
  /** Every file there is. */
  files: ReadonlySet<string>
  /** Where the folder stands on the web; ends with `/`. */
  baseUrl?: string
}

/** Whether a file's name says that it is a picture that pages show. */
export const isPicture = (file: string) => /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(file)

/** Finds out where a link leads: by file (`../other.md`), by a site's address (`/guides/other`), or outside. */
export function resolveLink(href: string, { file, root }: LinkContext, { articles, files, baseUrl }: Folder): Link {
  if (!href || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(href)) return { kind: 'elsewhere' }
  const [, written = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? []
  const path = decode(written)
  // An address from the site's root is meant inside the language first.
  const targets = path.startsWith('/') ? [root + path.slice(1), path.slice(1)] : [posix.join(posix.dirname(file), path)]
  for (const target of targets.map(each => posix.normalize(each))) {
    if (isPicture(target) && files.has(target)) return { kind: 'picture', file: target }
    const stem = target.replace(/\/$/, '').replace(/\.(?:md|markdown|html?)$/i, '')
    for (const name of [stem, posix.join(stem, 'index'), posix.join(stem, 'README')]) {
      const id = articles.get(name)
      if (id !== undefined) return { kind: 'article', href: articleHref(id, fragment && decode(fragment)) }
    }
  }
  const [target = ''] = targets
  if (isPicture(target)) return { kind: 'missing', file: target }
  if (baseUrl && !target.startsWith('..')) return { kind: 'page', href: new URL(encodeURI(target) + (fragment ? `#${fragment}` : ''), baseUrl).href }
  return path.startsWith('/') ? { kind: 'elsewhere' } : { kind: 'missing', file: target }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
