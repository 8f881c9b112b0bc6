import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileBelow } from './static-files.ts'

/** Fills the one blank that the server knows: the list of articles in a language. */
export type ArticleList = (locale: string) => Promise<string>

/**
 * A page of the shop, put together: `<!--#include header.html-->` brings in a part, `<!--#articles en-->` the list of articles.
 * Undefined when there is no such page.
 */
export async function readPage(site: string, pathname: string, articles: ArticleList): Promise<string | undefined> {
  const path = await fileBelow(site, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  return path?.endsWith('.html') ? fillPage(site, await readFile(path, 'utf8'), articles) : undefined
}

/** Fills the blanks of a page. */
export async function fillPage(site: string, page: string, articles: ArticleList): Promise<string> {
  const parts = page.split(/<!--#(include|articles) ([\w.-]+)-->/)
  const filled = await Promise.all(parts.map((part, index) => {
    if (index % 3 === 0) return part
    if (index % 3 === 1) return ''
    return parts[index - 1] === 'articles' ? articles(part) : readFile(join(site, '_parts', part), 'utf8')
  }))
  return filled.join('')
}
