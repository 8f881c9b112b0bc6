import type { IndexManifest } from '../core/articles/index-format.ts'
import { EarshotError } from '../core/support/errors.ts'
import { firstQuestion } from './first-question.ts'
import { stem } from './found-article.ts'
import type { Folder } from './link-resolver.ts'
import type { Memory } from './memory.ts'
import { nameMap } from './name-map.ts'
import { fileName, output } from './output.ts'
import { pictureShelf } from './picture-shelf.ts'
import { prepare, type Prepared } from './prepare.ts'
import { readFolder } from './read-folder.ts'
import { settleLinks, settleRelated } from './settle-links.ts'
import type { Warning } from './warning.ts'
import { weigh, type Weight } from './weigh.ts'
import { writeIndex } from './write-index.ts'

export interface BuildIndexOptions {
  /** The folder of Markdown and HTML. */
  dir: string
  /** Where `index.json` and what belongs to it are written. Made when missing; nothing in it is deleted. */
  out: string
  /** BCP 47: the language of files that neither lie in a language's folder nor name theirs. Default `en`. */
  locale?: string
  /** Where the folder stands on the web, so that articles know their address. */
  baseUrl?: string
  /** Called for everything that was left out or is not as its author meant it. */
  onWarning?: (warning: Warning) => void
  /** Called often: how many files have been read, how many articles have been written. */
  onProgress?: (progress: Progress) => void
  /** Give the same one again, and only what has changed since is read. */
  memory?: Memory
}

// One is written while others are prepared.
const together = 32

export interface Progress { stage: 'read' | 'written'; done: number; total: number }

export interface BuildIndexReport {
  /** How many articles there are, by language. */
  articles: Map<string, number>
  pictures: number
  /** What a browser fetches for a first question of one word, `index.json` included, at most; by language. */
  first: Map<string, Weight>
  /** All files that belong to this index, relative to `out`, and their bytes. */
  files: ReadonlyMap<string, number>
}

/** Makes an index that `builtIndex` reads out of a folder of Markdown and HTML. The same folder gives the same bytes. */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexReport> {
  const { dir, out, memory, onWarning: warn = () => {}, onProgress = () => {} } = options
  const locale = canonical(options.locale ?? 'en')
  const site = address(options.baseUrl)
  const { files, found } = await readFolder({
    dir, except: out, locale, warn, progress: (done, total) => onProgress({ stage: 'read', done, total }), ...(site && { site }), ...(memory && { memory }),
  })

  const folder: Folder = {
    files: nameMap(files.map(file => [file, file])),
    articles: nameMap([...found.map(({ file, article }) => [file, article.id] as const), ...found.map(({ file, article }) => [stem(file), article.id] as const)]),
    ...(site && { site }),
  }
  const ids = new Set(found.map(({ article }) => article.id))
  const target = output(out)
  const pictures = pictureShelf(dir, target)
  const byLocale = new Map<string, Prepared[]>()
  for (let at = 0; at < found.length; at += together) {
    const written = await Promise.all(found.slice(at, at + together).map(async each => {
      const warnings: Warning[] = []
      const note = (warning: Warning) => void warnings.push(warning)
      const body = await settleLinks(each, folder, pictures, note)
      const { related: _, ...rest } = each.article
      const related = settleRelated(each, ids, folder, note)
      const article = { ...rest, body, ...(related.length && { related }) }
      const file = await target.add(`${each.locale}/${fileName(article.id)}.json`, JSON.stringify(article))
      return { locale: each.locale, warnings, prepared: prepare(article, file) }
    }))
    for (const { locale, warnings, prepared } of written) {
      warnings.forEach(warn)
      const others = byLocale.get(locale)
      if (others) others.push(prepared)
      else byLocale.set(locale, [prepared])
    }
    onProgress({ stage: 'written', done: Math.min(at + together, found.length), total: found.length })
  }

  const { manifest, locales } = await writeIndex(target, byLocale, locale)
  const first = new Map<string, Weight>()
  for (const [tag, entry] of Object.entries((JSON.parse(manifest) as IndexManifest).locales)) first.set(tag, await weigh(out, firstQuestion(entry, target.files())))
  return {
    articles: new Map([...locales.keys()].map(tag => [tag, byLocale.get(tag)?.length ?? 0])), pictures: pictures.count(), first, files: target.files(),
  }
}

function canonical(locale: string): string {
  try {
    return new Intl.Locale(locale).toString()
  } catch {
    throw new EarshotError('cli/bad-locale', `Expected a language such as "en" or "pt-BR", but got "${locale}"`)
  }
}

function address(baseUrl: string | undefined): string | undefined {
  const site = baseUrl?.replace(/\/*$/, '/')
  if (!site || URL.canParse(site)) return site
  throw new EarshotError('cli/bad-base-url', `Expected an absolute address such as "https://example.com/help/", but got "${baseUrl}"`)
}
