import type { Article } from '../core/articles/article.ts'
import type { LocalePath } from './locales.ts'

/** An article as it was found: its links not yet rewritten. */
export interface FoundArticle {
  article: Article
  file: string
  /** The folder of its language (`en/`), or nothing. */
  root: string
  locale: string
  /** The line of the file on which an address in the body stands. */
  lineOf(offset: number, href: string): number | undefined
}

export interface Place extends LocalePath {
  file: string
  /** The language of files that do not say theirs. */
  fallback: string
  /** Where the folder stands on the web; ends with `/`. */
  site?: string
}

/** What is read: by the ending of its name. */
export const isArticle = (file: string) => /\.(?:md|markdown|mdx|html?)$/i.test(file)
export const isHtml = (file: string) => /\.html?$/i.test(file)

/** The name of an article without a name: its path, in one form of Unicode, so that it is the same on every system. */
export const stem = (path: string) => path.replace(/\.[^./]+$/, '').normalize('NFC')

/** `getting-started` reads "Getting started". */
export function named(path: string): string {
  const [own = path, folder] = path.replace(/\.[^./]+$/, '').split('/').reverse()
  const words = (/^(?:index|readme)$/i.test(own) && folder ? folder : own).replace(/[-_]+/g, ' ').trim() || own
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where a file stands on the web; `site` ends with `/`. */
export const addressOf = (path: string, site: string) => new URL(path.split('/').map(encodeURIComponent).join('/'), site).href
