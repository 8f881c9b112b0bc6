import { posix } from 'node:path'
import { articleHref } from '../core/articles/article-links.ts'
import { addressOf } from './found-article.ts'
import type { NameMap } from './name-map.ts'

/** What a link in an article turned out to lead to. */
export type Link =
  | { kind: 'elsewhere' }
  | { kind: 'article'; href: string; id: string }
  | { kind: 'picture'; file: string }
  | { kind: 'page'; href: string }
  | { kind: 'missing'; file: string }

export interface LinkContext {
  /** The file the link stands in, and the folder of its language (`en/` or nothing). */
  file: string
  root: string
}

export interface Folder {
  /** Ids by file, with its extension and without. */
  articles: NameMap<string>
  /** Every file there is, as its name is written on the disk. */
  files: NameMap<string>
  /** Where the folder stands on the web; ends with `/`. */
  site?: string
}

/** Whether a file's name says that it is a picture that pages show. */
export const isPicture = (file: string) => /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(file)

/** Finds out where a link leads: by file (`../other.md`), by a site's address (`/guides/other`), or outside. */
export function resolveLink(href: string, context: LinkContext, folder: Folder): Link {
  if (!href || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(href)) return { kind: 'elsewhere' }
  const [, written = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? []
  // A name may hold what ends a path in an address, or what looks like a sign written as a number.
  return (written !== href && found(decode(href), undefined, context, folder)) || (decode(written) !== written && found(written, fragment, context, folder)) ||
    resolvePath(decode(written), fragment, context, folder)
}

function resolvePath(path: string, fragment: string | undefined, context: LinkContext, folder: Folder): Link {
  const there = found(path, fragment, context, folder)
  if (there) return there
  const [target = ''] = targetsOf(path, context)
  if (isPicture(target)) return { kind: 'missing', file: target }
  if (folder.site && !target.startsWith('..')) return { kind: 'page', href: addressOf(target, folder.site) + (fragment ? `#${fragment}` : '') }
  return path.startsWith('/') ? { kind: 'elsewhere' } : { kind: 'missing', file: target }
}

function found(path: string, fragment: string | undefined, context: LinkContext, { articles, files }: Folder): Link | undefined {
  for (const target of targetsOf(path, context)) {
    const picture = isPicture(target) && files.get(target)
    if (picture) return { kind: 'picture', file: picture }
    const stem = target.replace(/\/$/, '').replace(/\.(?:md|markdown|mdx|html?)$/i, '')
    for (const name of [target, stem, posix.join(stem, 'index'), posix.join(stem, 'README')]) {
      const id = articles.get(name)
      if (id !== undefined) return { kind: 'article', href: articleHref(id, fragment && decode(fragment)), id }
    }
  }
  return undefined
}

/** An address from the site's root is meant inside the language first. */
function targetsOf(path: string, { file, root }: LinkContext): string[] {
  const targets = path.startsWith('/') ? [root + path.slice(1), path.slice(1)] : [posix.join(posix.dirname(file), path)]
  return targets.map(each => posix.normalize(each))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
