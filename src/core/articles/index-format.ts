import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import type { TopicShelf } from './source.ts'

/**
 * A built index, version 2: what `earshot index` writes and `builtIndex` reads. `index.json` itself is small, so that opening
 * the panel costs next to nothing; a language's own index comes with the first question, of a large one only the pieces that
 * the question needs, an article when it is read. All addresses are relative to `index.json`, and every other file, or its
 * folder, has its content's hash in its name.
 */
export interface IndexManifest {
  version: 2
  /** By BCP 47 tag. The first is shown to customers whose language is missing. */
  locales: Record<string, LocaleEntry>
}

export interface LocaleEntry {
  /** Address of the language's index, or the index itself. */
  index: string | LocaleIndex
  /** Of a large index: address of the terms of its titles (`PackedTerms`), so that both can be fetched at once. */
  head?: string
  /** What is needed before anything is searched, or its address once it is much. */
  about?: string | About
}

export interface About {
  /** The articles that name pages or signals. */
  pages: PageEntry[]
  /** Some articles of each topic. */
  topics: TopicShelf[]
}

export interface PageEntry extends Omit<IndexedArticle, 'file'> { pages?: string[]; signals?: string[] }

/** Sorted terms, and where they stand, as two texts: see `packTerms` and `packPostings`; postings have spaces between them. */
export interface PackedTerms { terms: string; postings: string }

/** One language. A small one holds everything; of a large one `head`, `body` and `articles` lie in files of `parts.folder`. */
export interface LocaleIndex {
  version: 2
  /** How many articles there are. */
  total: number
  /** By the article's number, where it is not 1. */
  boosts?: Record<string, number>
  /** Groups of words and phrases that mean the same, of those that say something here. */
  synonyms?: string[][]
  /** The terms of titles and aliases. */
  head?: PackedTerms
  /** Every term of anything else, with the articles that do not have it in their titles. */
  body?: PackedTerms
  /** In the order of their numbers, which is the order of their ids. */
  articles?: IndexedArticle[]
  parts?: IndexParts
}

export interface IndexParts {
  folder: string
  /** `v0.json` …: terms of the body, front-coded. The letter each begins with, and the number of its first term. */
  vocabulary: { first: string[]; at: number[] }
  /** `p0.json` …: their postings. The number of the first term of each. */
  postings: number[]
  /** `d0.json` …: lists of articles, `each` in one. The id of the first of each. */
  articles: { each: number; first: string[] }
}

export interface IndexedArticle {
  id: string
  title: string
  /** Address of the article's own file: an `Article` as JSON. */
  file: string
  /** What an excerpt is taken from: its summary, or its beginning. */
  text: string
  community?: boolean
  author?: { name: string; avatar?: string }
  url?: string
  topics?: string[]
}

/** @throws {EarshotError} `articles/bad-index` unless this is the beginning of an index of version 2. */
export function checkManifest(value: unknown, url: string): IndexManifest {
  checkVersion(value, url)
  const { locales } = value
  if (!isRecord(locales) || !Object.keys(locales).length) bad(url, '"locales" with at least one language')
  for (const [locale, entry] of Object.entries(locales)) {
    if (!isRecord(entry) || !(typeof entry.index === 'string' || isRecord(entry.index))) bad(url, `"locales.${locale}.index"`)
    if (entry.head !== undefined && typeof entry.head !== 'string') bad(url, `"locales.${locale}.head" to be an address`)
    if (isRecord(entry.about)) checkAbout(entry.about, url)
    else if (entry.about !== undefined && typeof entry.about !== 'string') bad(url, `"locales.${locale}.about"`)
  }
  return value as unknown as IndexManifest
}

/** @throws {EarshotError} `articles/bad-index` unless this is what is said of a language before anything is searched. */
export function checkAbout(value: unknown, url: string): About {
  if (!isRecord(value) || !listOf(value.pages, ['id', 'title', 'text']) || !listOf(value.topics, ['topic'])) bad(url, '"pages" and "topics" to be lists')
  return value as unknown as About
}

/** @throws {EarshotError} `articles/bad-index` unless this is one language's index of version 2. */
export function checkLocaleIndex(value: unknown, url: string): LocaleIndex {
  checkVersion(value, url)
  const { total, parts, head, body, articles } = value
  if (!Number.isInteger(total) || Number(total) < 0 || Number(total) > 1e6) bad(url, '"total" to be a number of articles')
  if (parts === undefined) {
    checkTerms(head, url)
    checkTerms(body, url)
    checkArticles(articles, url)
  } else if (!isRecord(parts) || !isParts(parts)) bad(url, '"parts" to say what lies where')
  return value as unknown as LocaleIndex
}

export function checkTerms(value: unknown, url: string): PackedTerms {
  if (!isRecord(value) || typeof value.terms !== 'string' || typeof value.postings !== 'string') bad(url, '"terms" and "postings"')
  return value as unknown as PackedTerms
}

export function checkArticles(value: unknown, url: string): IndexedArticle[] {
  if (!listOf(value, ['id', 'title', 'file', 'text'])) bad(url, 'a list of { id, title, file, text }')
  return value as IndexedArticle[]
}

function isParts({ folder, vocabulary, postings, articles }: Record<string, unknown>): boolean {
  return typeof folder === 'string' && isRecord(vocabulary) && texts(vocabulary.first) && numbers(vocabulary.at) && numbers(postings)
    && isRecord(articles) && texts(articles.first) && Number(articles.each) > 0
}

const texts = (value: unknown) => Array.isArray(value) && value.every(each => typeof each === 'string')
const numbers = (value: unknown) => Array.isArray(value) && value.every(each => Number.isInteger(each))

function checkVersion(value: unknown, url: string): asserts value is Record<string, unknown> {
  if (!isRecord(value)) bad(url, 'a JSON object')
  if (value.version !== 2) bad(url, `"version": 2, but it is ${JSON.stringify(value.version)}`)
}

function listOf(value: unknown, fields: string[]): boolean {
  return Array.isArray(value) && value.every(each => isRecord(each) && fields.every(field => typeof each[field] === 'string'))
}

function bad(url: string, expected: string): never {
  const message = `${url} is not an index that this version reads: expected ${expected}. Build it again with "earshot index"`
  throw new EarshotError('articles/bad-index', message, { url })
}
