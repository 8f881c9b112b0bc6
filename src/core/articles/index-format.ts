import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'

/**
 * A built index, version 1: what `earshot index` writes and `builtIndex` reads. `index.json` itself is small, so that opening
 * the panel costs next to nothing; a language's own index comes with the first question, an article when it is read.
 * All addresses are relative to `index.json`, and every other file has its content's hash in its name.
 */
export interface IndexManifest {
  version: 1
  /** By BCP 47 tag. The first is shown to customers whose language is missing. */
  locales: Record<string, LocaleEntry>
}

export interface LocaleEntry {
  /** Address of the language's index, or the index itself. */
  index: string | LocaleIndex
  /** The articles that name pages, so that they can be suggested before anything is searched. */
  pages?: PageEntry[]
}

export interface PageEntry { id: string; title: string; text: string; pages: string[]; community?: boolean }

export interface LocaleIndex {
  version: 1
  /** The engine counts them by their place in this list. */
  articles: IndexedArticle[]
  /** The engine's own JSON. */
  engine: unknown
}

export interface IndexedArticle {
  id: string
  title: string
  /** Address of the article's own file: an `Article` as JSON. */
  file: string
  /** What an excerpt is taken from: its summary, or its beginning. */
  text: string
  community?: boolean
}

/** @throws {EarshotError} `articles/bad-index` unless this is the beginning of an index of version 1. */
export function checkManifest(value: unknown, url: string): IndexManifest {
  checkVersion(value, url)
  const { locales } = value
  if (!isRecord(locales) || !Object.keys(locales).length) bad(url, '"locales" with at least one language')
  for (const [locale, entry] of Object.entries(locales)) {
    if (!isRecord(entry) || !(typeof entry.index === 'string' || isRecord(entry.index))) bad(url, `"locales.${locale}.index"`)
    if (entry.pages !== undefined && !listOf(entry.pages, ['id', 'title', 'text'])) bad(url, `"locales.${locale}.pages" to be a list`)
  }
  return value as unknown as IndexManifest
}

/** @throws {EarshotError} `articles/bad-index` unless this is one language's index of version 1. */
export function checkLocaleIndex(value: unknown, url: string): LocaleIndex {
  checkVersion(value, url)
  if (!listOf(value.articles, ['id', 'title', 'file', 'text'])) bad(url, '"articles" to be a list of { id, title, file, text }')
  if (!isRecord(value.engine)) bad(url, '"engine"')
  return value as unknown as LocaleIndex
}

function checkVersion(value: unknown, url: string): asserts value is Record<string, unknown> {
  if (!isRecord(value)) bad(url, 'a JSON object')
  if (value.version !== 1) bad(url, `"version": 1, but it is ${JSON.stringify(value.version)}`)
}

function listOf(value: unknown, fields: string[]): boolean {
  return Array.isArray(value) && value.every(each => isRecord(each) && fields.every(field => typeof each[field] === 'string'))
}

function bad(url: string, expected: string): never {
  const message = `${url} is not an index that this version reads: expected ${expected}. Build it again with "earshot index"`
  throw new EarshotError('articles/bad-index', message, { url })
}
