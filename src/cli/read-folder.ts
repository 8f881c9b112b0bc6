import { isArticle, type FoundArticle } from './found-article.ts'
import { localeOf } from './locales.ts'
import { readOnce, type Memory } from './memory.ts'
import { walk } from './walk.ts'
import type { Warning } from './warning.ts'

export interface ReadFolderOptions {
  dir: string
  /** Not read, although it lies in the folder. */
  except: string
  locale: string
  site?: string
  memory?: Memory
  warn: (warning: Warning) => void
  progress: (done: number, total: number) => void
}

// Files are read while others are taken apart.
const together = 16

/** All articles of a folder, in a stable order, no two of a language with the same id; and the names of all its files. */
export async function readFolder({ dir, except, locale, site, memory, warn, progress }: ReadFolderOptions): Promise<{ files: string[]; found: FoundArticle[] }> {
  const files = await walk(dir, except, warn)
  const articles = files.filter(isArticle)
  const place = localeOf(articles, locale)
  const found: FoundArticle[] = []
  const admit = doorkeeper(warn)
  for (const file of files) if (/\.(?:rst|adoc|asciidoc|txt|org|docx?|pdf)$/i.test(file)) warn({ kind: 'skipped', file, message: 'is neither Markdown nor HTML' })
  for (let at = 0; at < articles.length; at += together) {
    const readings = await Promise.all(articles.slice(at, at + together)
      .map(file => readOnce(dir, { file, fallback: locale, ...place(file), ...(site && { site }) }, memory)))
    for (const { found: each, warnings } of readings) {
      warnings.forEach(warn)
      if (each && admit(each)) found.push(each)
    }
    progress(Math.min(at + together, articles.length), articles.length)
  }
  // What is gone need not be remembered.
  const there = new Set(articles)
  for (const file of memory?.keys() ?? []) if (!there.has(file)) memory?.delete(file)
  return { files, found }
}

/** Lets in one article of each id and language. */
function doorkeeper(warn: (warning: Warning) => void): (found: FoundArticle) => boolean {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  return ({ file, locale, article: { id } }) => {
    const name = JSON.stringify([locale, id])
    const other = exact.get(name)
    if (other) {
      warn({ kind: 'duplicate-id', file, message: `has the id "${id}" of ${other}, and was left out` })
      return false
    }
    const alike = folded.get(name.toLowerCase())
    if (alike) warn({ kind: 'duplicate-id', file, message: `has an id that differs from that of ${alike} only in its capitals; both are in the index` })
    exact.set(name, file)
    folded.set(name.toLowerCase(), file)
    return true
  }
}
