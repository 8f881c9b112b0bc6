import { messageOf } from '../core/support/errors.ts'
import { isPicture, resolveLink, type Folder, type Link } from './link-resolver.ts'
import type { PictureShelf } from './picture-shelf.ts'
import type { FoundArticle } from './read-article.ts'
import { rewriteLinks } from './rewrite-links.ts'
import { lineAt, type Warning } from './warning.ts'

/** An article's body with its links leading to articles by id, and its pictures copied to where it will find them. */
export async function settleLinks(
  { article: { body }, file, root, lines }: FoundArticle, folder: Folder, pictures: PictureShelf, warn: (warning: Warning) => void,
): Promise<string> {
  const links = new Map<string, Link>()
  const warnAt = (offset: number, href: string, message: string) =>
    warn({ kind: isPicture(href) ? 'picture' : 'link', file, line: lines + lineAt(body, offset), message: `leads to "${href}", which ${message}` })
  rewriteLinks(body, ({ href, offset }) => {
    const link = links.get(href) ?? resolveLink(href, { file, root }, folder)
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
      warnAt(Math.max(0, body.indexOf(href)), href, `cannot be read: ${messageOf(error)}`)
    }
  }
  return rewriteLinks(body, ({ href }) => replaced.get(href))
}
