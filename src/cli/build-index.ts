import type { LocaleEntry, LocaleIndex } from '../core/articles/index-format.ts'
import { buildEngine } from '../core/articles/search-engine.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { Folder } from './link-resolver.ts'
import { localeOf } from './locales.ts'
import { fileName, output } from './output.ts'
import { pictureShelf } from './picture-shelf.ts'
import { prepare, type Prepared } from './prepare.ts'
import { readArticle, type FoundArticle } from './read-article.ts'
import { settleLinks } from './settle-links.ts'
import { walk } from './walk.ts'
import type { Warning } from './warning.ts'

export interface BuildIndexOptions {
  /** The folder of Markdown. */
  dir: string
  /** Where `index.json` and what belongs to it are written. Made when missing; nothing in it is deleted. */
  out: string
  /** BCP 47: the language of files that are not in a language's folder. Default `en`. */
  locale?: string
  /** Where the folder stands on the web, so that articles know their address. */
  baseUrl?: string
  /** Called for everything that was left out or is not as its author meant it. */
  onWarning?: (warning: Warning) => void
}

export interface BuildIndexReport {
  /** How many articles there are, by language. */
  articles: Map<string, number>
  pictures: number
  /** Bytes of `index.json`, and of each language's index, before any compression. */
  bytes: { manifest: number; locales: Map<string, number> }
}

const markdown = /\.(?:md|markdown)$/i
const unread = /\.(?:html?|mdx|rst|adoc|txt)$/i

/** Makes an index that `builtIndex` reads out of a folder of Markdown. The same folder gives the same bytes. */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexReport> {
  const { dir, out, baseUrl, onWarning: warn = () => {} } = options
  const locale = canonical(options.locale ?? 'en')
  const site = baseUrl?.replace(/\/*$/, '/')
  if (site && !URL.canParse(site)) {
    throw new EarshotError('cli/bad-base-url', `Expected an absolute address such as "https://example.com/help/", but got "${baseUrl}"`)
  }
  const files = await walk(dir, out, warn)
  const place = localeOf(files.filter(file => markdown.test(file)), locale)
  const found: FoundArticle[] = []
  const ids = new Map<string, string>()
  for (const file of files) {
    if (unread.test(file)) warn({ kind: 'skipped', file, message: 'is not Markdown' })
    if (!markdown.test(file)) continue
    const each = await readArticle(dir, { file, ...place(file) }, warn)
    if (!each) continue
    const name = JSON.stringify([each.locale, each.article.id])
    const other = ids.get(name)
    if (other) warn({ kind: 'duplicate-id', file, message: `has the id "${each.article.id}" of ${other}, and was left out` })
    else {
      ids.set(name, file)
      found.push(each)
    }
  }

  const folder: Folder = {
    files: new Set(files),
    articles: new Map(found.map(({ file, article }) => [file.replace(markdown, ''), article.id])),
    ...(site && { baseUrl: site }),
  }
  const target = output(out)
  const pictures = pictureShelf(dir, target)
  const byLocale = new Map<string, Prepared[]>()
  for (const each of found) {
    const article = { ...each.article, body: await settleLinks(each, folder, pictures, warn) }
    if (site) article.url ??= new URL(encodeURI(each.file.replace(markdown, '')), site).href
    const file = await target.add(`${each.locale}/${fileName(article.id)}.json`, JSON.stringify(article))
    byLocale.set(each.locale, [...(byLocale.get(each.locale) ?? []), prepare(article, file)])
  }

  const report: BuildIndexReport = { articles: new Map(), pictures: pictures.count(), bytes: { manifest: 0, locales: new Map() } }
  const locales: Record<string, LocaleEntry> = {}
  // The language asked for comes first: it is the one for customers whose own is missing.
  for (const [tag, prepared] of [...byLocale].sort(([a], [b]) => Number(b === locale) - Number(a === locale) || (a < b ? -1 : 1))) {
    const engine = await buildEngine(prepared.map(each => each.document))
    const json = JSON.stringify({ version: 1, articles: prepared.map(each => each.listed), engine } satisfies LocaleIndex)
    const index = await target.add(`${tag}.json`, json)
    const pages = prepared.flatMap(({ listed: { id, title, text }, pages }) => (pages?.length ? [{ id, title, text, pages }] : []))
    locales[tag] = { index, ...(pages.length && { pages }) }
    report.articles.set(tag, prepared.length)
    report.bytes.locales.set(tag, Buffer.byteLength(json))
  }
  const manifest = JSON.stringify({ version: 1, locales })
  report.bytes.manifest = Buffer.byteLength(manifest)
  if (found.length) await target.replace('index.json', manifest)
  return report
}

function canonical(locale: string): string {
  try {
    return new Intl.Locale(locale).toString()
  } catch {
    throw new EarshotError('cli/bad-locale', `Expected a language such as "en" or "pt-BR", but got "${locale}"`)
  }
}
