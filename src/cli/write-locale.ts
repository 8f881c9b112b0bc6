import { createHash } from 'node:crypto'
import type { About, LocaleEntry, PageEntry } from '../core/articles/index-format.ts'
import { collect } from '../core/articles/search/collect.ts'
import { languageOf } from '../core/articles/search/language.ts'
import { packIndex } from '../core/articles/search/pack-index.ts'
import { thesaurusFor } from '../core/articles/search/thesaurus-for.ts'
import { topicShelves } from '../core/articles/topic-shelves.ts'
import type { Output } from './output.ts'
import type { Prepared } from './prepare.ts'

export interface WrittenLocale {
  /** What the manifest has to know of it. */
  entry: LocaleEntry
  /** What its first question fetches at least. */
  texts: string[]
}

// The manifest is fetched when the panel opens; what is longer than this, in characters, waits in a file of its own.
const manifestShare = 2500

/** Writes one language's index. The same articles give the same bytes. */
export async function writeLocale(locale: string, prepared: readonly Prepared[], target: Output): Promise<WrittenLocale> {
  // By id, and not as the language would sort them: a reader looks for one by halves.
  const sorted = [...prepared].sort((a, b) => (a.listed.id < b.listed.id ? -1 : 1))
  const language = await languageOf(locale)
  const collection = await collect(sorted.map(({ document }) => document), language)
  const { index, head, parts } = packIndex(collection, sorted.map(({ listed }) => listed), await thesaurusFor(locale, language, collection))
  const entry: LocaleEntry = { index: '' }
  const texts: string[] = []
  if (parts && index.parts) {
    const files = [...parts, ['head.json', head] as const].map(([name, value]) => [name, JSON.stringify(value)] as const)
    const hash = createHash('sha256')
    for (const [name, json] of files) hash.update(name).update(json)
    // One hash for all of them: what is in one only makes sense beside the others.
    const folder = `${locale}.${hash.digest('hex').slice(0, 10)}`
    for (const [name, json] of files) await target.replace(`${folder}/${name}`, json)
    index.parts.folder = folder
    entry.head = `${folder}/head.json`
    texts.push(JSON.stringify(head))
  }
  texts.unshift(JSON.stringify(index))
  entry.index = await target.add(`${locale}.json`, texts[0] ?? '')
  const about = aboutOf(sorted)
  if (about) {
    const text = JSON.stringify(about)
    entry.about = text.length <= manifestShare ? about : await target.add(`${locale}-about.json`, text)
  }
  return { entry, texts }
}

function aboutOf(prepared: readonly Prepared[]): About | undefined {
  const pages = prepared.flatMap(({ listed: { file: _, ...listed }, pages = [], signals = [] }): PageEntry[] =>
    pages.length || signals.length ? [{ ...listed, ...(pages.length && { pages }), ...(signals.length && { signals }) }] : [])
  const topics = topicShelves(prepared.map(({ listed }) => listed))
  return pages.length || topics.length ? { pages, topics } : undefined
}
