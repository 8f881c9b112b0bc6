import type { Article } from '../../../src/core/articles/article.ts'
import type { IndexManifest, LocaleIndex } from '../../../src/core/articles/index-format.ts'
import { plainText } from '../../../src/core/articles/plain-text.ts'
import { buildEngine } from '../../../src/core/articles/search-engine.ts'

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
  const manifest: IndexManifest = { version: 1, locales: {} }
  for (const locale of new Set(articles.map(article => article.locale ?? 'en'))) {
    const mine = articles.filter(article => (article.locale ?? 'en') === locale)
    const listed = mine.map(({ id, title, summary, body, community }) =>
      ({ id, title, file: `${locale}/${id.replace('/', '-')}.json`, text: summary ?? body, ...(community && { community }) }))
    const engine = await buildEngine(mine.map(article => ({ title: article.title, summary: article.summary ?? '', body: plainText(article).text })))
    const index: LocaleIndex = { version: 1, articles: listed, engine: JSON.parse(JSON.stringify(engine)) as unknown }
    files.set(`/help/${locale}.json`, index)
    for (const [position, { file }] of listed.entries()) files.set(`/help/${file}`, mine[position])
    const pages = mine.flatMap(({ id, title, body, pages: patterns }) => (patterns ? [{ id, title, text: body, pages: patterns }] : []))
    manifest.locales[locale] = { index: `${locale}.json`, pages }
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
      return Promise.resolve(new Response(typeof file === 'string' ? file : JSON.stringify(file)))
    },
  }
}
