import type { Article } from '../../../src/core/articles/article.ts'
import type { IndexManifest, LocaleEntry } from '../../../src/core/articles/index-format.ts'
import { plainText } from '../../../src/core/articles/plain-text.ts'
import { collect } from '../../../src/core/articles/search/collect.ts'
import { languageOf } from '../../../src/core/articles/search/language.ts'
import { packIndex } from '../../../src/core/articles/search/pack-index.ts'
import { topicShelves } from '../../../src/core/articles/topic-shelves.ts'

/** A site with a built index at `https://shop.example/help/index.json`, behind a fetch of its own that notes what is asked for. */
export interface BuiltSite {
  fetch: typeof globalThis.fetch
  /** Paths in the order they were asked for. */
  asked: string[]
  /** By path; change it to break the site. A number is a status, a string is sent as it is. */
  files: Map<string, unknown>
}

export const indexUrl = 'https://shop.example/help/index.json'

export async function builtSite(articles: readonly Article[]): Promise<BuiltSite> {
  const files = new Map<string, unknown>()
  const manifest: IndexManifest = { version: 2, locales: {} }
  for (const locale of new Set(articles.map(article => article.locale ?? 'en'))) {
    const mine = articles.filter(article => (article.locale ?? 'en') === locale).sort((a, b) => (a.id < b.id ? -1 : 1))
    const listed = mine.map(({ id, title, summary, body, community, author, topics }) => ({
      id, title, file: `${locale}/${id.replace('/', '-')}.json`, text: summary ?? body,
      ...(community && { community }), ...(author && { author }), ...(topics && { topics }),
    }))
    const documents = mine.map(article => ({ title: article.title, summary: article.summary ?? '', body: plainText(article).text }))
    const { index, head, parts } = packIndex(await collect(documents, await languageOf(locale)), listed)
    const pages = mine.flatMap(({ id, title, body, pages, signals }) =>
      (pages || signals ? [{ id, title, text: body, ...(pages && { pages }), ...(signals && { signals }) }] : []))
    const entry: LocaleEntry = { index: `${locale}.json`, about: { pages, topics: topicShelves(mine) } }
    if (parts && index.parts) {
      index.parts.folder = `${locale}-parts`
      for (const [name, value] of parts) files.set(`/help/${locale}-parts/${name}`, value)
      entry.head = `${locale}-parts/head.json`
      files.set(`/help/${entry.head}`, head)
    }
    files.set(`/help/${locale}.json`, index)
    for (const [position, { file }] of listed.entries()) files.set(`/help/${file}`, mine[position])
    manifest.locales[locale] = entry
  }
  files.set('/help/index.json', manifest)
  const asked: string[] = []
  return {
    files, asked,
    fetch: input => {
      const { pathname } = new URL(String(input))
      asked.push(pathname)
      const file = files.get(pathname)
      if (file instanceof Error) return Promise.reject(file)
      if (file === undefined || typeof file === 'number') return Promise.resolve(new Response('no', { status: file ?? 404 }))
      // Written as it is when it is not JSON, so that a broken file can be put in its place.
      const isText = typeof file === 'string' && !/-parts\/[vp]\d/.test(pathname)
      return Promise.resolve(new Response(isText ? file : JSON.stringify(file)))
    },
  }
}
