import type { Article } from '../core/articles/article.ts'
import { checkArticle } from '../core/articles/check-article.ts'
import { parseMarkdown } from '../core/articles/markdown.ts'
import { textOf } from '../core/articles/text-of.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { LocalePath } from './locales.ts'
import { readText } from './read-text.ts'
import type { Warning } from './warning.ts'

/** An article as it was found: its links not yet rewritten. */
export interface FoundArticle {
  article: Article
  file: string
  /** The folder of its language (`en/`), or nothing. */
  root: string
  locale: string
  /** Lines of the file above the body. */
  lines: number
}

export interface Place extends LocalePath { file: string }

/** Reads one Markdown file; undefined, with a warning, when there is nothing in it to read. */
export async function readArticle(
  dir: string, { file, path, root, locale }: Place, warn: (warning: Warning) => void,
): Promise<FoundArticle | undefined> {
  const text = await readText(dir, file, warn)
  if (text === undefined) return undefined
  const { data, body: whole, lines } = splitFrontMatter(text, file, warn)
  if (!whole.trim()) return void warn({ kind: 'empty', file, message: 'holds no text' })

  const heading = firstHeading(whole)
  const title = plain(data.title) ?? heading?.text ?? named(path)
  // The reader shows the title itself; the same heading below it would be said twice.
  const cut = heading?.text === title && heading.first ? heading.end : 0
  const given = {
    ...data,
    id: plain(data.id) ?? path.replace(/\.[^./]+$/, ''), title, body: whole.slice(cut).replace(/^\n+/, ''), format: 'markdown',
    summary: plain(data.summary) ?? plain(data.description), updatedAt: date(data.updatedAt),
    topics: list(data.topics), pages: list(data.pages), related: list(data.related), signals: list(data.signals),
  }
  const article = checkArticle(given, '', ({ path: at, message }) =>
    warn({ kind: 'front-matter', file, message: `its "${at?.slice(1)}" was left out: ${message}` }))
  if (!article) return undefined
  // The folder decides the language; it is what the index is sorted by.
  delete article.locale
  const skipped = whole.slice(0, whole.length - article.body.length).split('\n').length - 1
  return { article, file, root, locale, lines: lines + skipped }
}

/** The first heading of the highest rank, as it is read, and where it ends when nothing stands before it. */
function firstHeading(body: string): { text: string; first: boolean; end: number } | undefined {
  const atx = /^\s*#[ \t]+[^\n]*(?:\n|$)|^\s*[^\n]+\n=+[ \t]*(?:\n|$)/.exec(body)
  const block = parseMarkdown(atx ? atx[0] : body).find(each => each.type === 'heading')
  const text = block ? textOf(block.inlines).trim() : ''
  return text ? { text, first: !!atx, end: atx?.[0].length ?? 0 } : undefined
}

/** `getting-started` reads "Getting started". */
function named(path: string): string {
  const words = (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** YAML reads `title: 404` as a number. */
const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined)
const list = (value: unknown) => (Array.isArray(value) ? value.map(each => plain(each) ?? each) : plain(value)?.split(/\s*,\s*/) ?? value)
const date = (value: unknown) => (value instanceof Date ? value.toISOString() : plain(value))
