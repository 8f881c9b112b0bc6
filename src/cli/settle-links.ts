import { messageOf } from '../core/support/errors.ts'
import type { FoundArticle } from './found-article.ts'
import { isPicture, resolveLink, type Folder, type Link } from './link-resolver.ts'
import type { PictureShelf } from './picture-shelf.ts'
import { rewriteHtmlLinks, rewriteLinks } from './rewrite-links.ts'
import type { Warning } from './warning.ts'

/** An article's body with its links leading to articles by id, and its pictures copied to where it will find them. */
export async function settleLinks(
  { article: { body, format }, file, root, lineOf }: FoundArticle, folder: Folder, pictures: PictureShelf, warn: (warning: Warning) => void,
): Promise<string> {
  const rewrite = format === 'html' ? rewriteHtmlLinks : rewriteLinks
  const links = new Map<string, Link & { offset: number }>()
  const warnAt = (offset: number, href: string, message: string) => {
    const line = lineOf(offset, href)
    warn({ kind: isPicture(href) ? 'picture' : 'link', file, ...(line && { line }), message: `leads to "${href}", which ${message}` })
  }
  rewrite(body, ({ href, offset }) => {
    const link = links.get(href) ?? { ...resolveLink(href, { file, root }, folder), offset }
    links.set(href, link)
    if (link.kind === 'missing') warnAt(offset, href, 'is not in the index')
    return undefined
  })
  const replaced = new Map<string, string>()
  for (const [href, link] of links) {
    if (link.kind === 'article' || link.kind === 'page') replaced.set(href, link.href)
    if (link.kind !== 'picture') continue
    try {
      // Articles lie in a folder of their language.
      replaced.set(href, `../${await pictures.copy(link.file)}`)
    } catch (error) {
      warnAt(link.offset, href, `cannot be read: ${messageOf(error)}`)
    }
  }
  return replaced.size ? rewrite(body, ({ href }) => replaced.get(href)) : body
}

/** The ids an article is related to. Files are taken for their articles, itself is left out; what is not here may be in another source. */
export function settleRelated(
  { article: { id, related = [] }, file, root }: FoundArticle, ids: ReadonlySet<string>, folder: Folder, warn: (warning: Warning) => void,
): string[] {
  const settled = related.flatMap(each => {
    if (ids.has(each)) return [each]
    const link = resolveLink(each, { file, root }, folder)
    if (link.kind === 'article') return [link.id]
    warn({ kind: 'related', file, message: `is related to "${each}", which is not in the index` })
    return [each]
  })
  return [...new Set(settled)].filter(each => each !== id)
}
