import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIndex } from '../../src/cli/build-index.ts'
import type { Warning } from '../../src/cli/warning.ts'
import type { Article } from '../../src/core/articles/article.ts'
import { closestLocale } from '../../src/core/support/closest-locale.ts'
import type { IndexedArticle, IndexManifest, LocaleIndex } from '../../src/core/articles/index-format.ts'
import { parseMarkdown } from '../../src/core/articles/markdown.ts'
import { articleHtml, escapeHtml } from './markup.ts'

/** A folder of articles: the built index, and the same articles as pages for readers without a script. */
export interface Help {
  /** The folder that holds `index.json`. */
  readonly root: string
  readonly count: number
  readonly warnings: readonly Warning[]
  /** All articles of a language as a list of links, in HTML. */
  list(locale: string): Promise<string>
  /** Whether there is an article for `<base>/<locale>/<id>`. */
  has(pathname: string): boolean
  /** An article for `<base>/<locale>/<id>`. */
  read(pathname: string): Promise<{ locale: string; article: Article; html: string } | undefined>
}

const segments = (id: string) => id.split('/').map(encodeURIComponent).join('/')

/** Builds the index of a folder of Markdown that stands at `base`. @throws {Error} when there is no article in it. */
export async function openHelp(dir: string, out: string, base = '/help'): Promise<Help> {
  const warnings: Warning[] = []
  await buildIndex({ dir, out, onWarning: warning => warnings.push(warning) })
  const json = async <T>(file: string) => JSON.parse(await readFile(join(out, file), 'utf8')) as T
  const { locales } = await json<IndexManifest>('index.json').catch(() => {
    throw new Error(`There is no Markdown article in ${dir}. Expected at least one file that ends with .md and has text in it.`)
  })
  const shelves = new Map<string, IndexedArticle[]>()
  for (const [locale, { index }] of Object.entries(locales)) {
    const { articles, parts } = typeof index === 'string' ? await json<LocaleIndex>(index) : index
    const pieces = parts?.articles.first.map((_, number) => json<IndexedArticle[]>(`${parts.folder}/d${number}.json`)) ?? []
    shelves.set(locale, articles ?? (await Promise.all(pieces)).flat())
  }
  const hrefIn = (locale: string) => (id: string) => `${base}/${locale}/${segments(id)}`

  async function list(wanted: string): Promise<string> {
    const locale = closestLocale([...shelves.keys()], wanted) ?? [...shelves.keys()][0]!
    const items = [...shelves.get(locale)!].sort((a, b) => a.title.localeCompare(b.title, locale)).map(({ id, title, text }) =>
      `<li><a href="${escapeHtml(hrefIn(locale)(id))}">${escapeHtml(title)}</a><p>${escapeHtml(shorten(text))}</p></li>`)
    return `<ul class="list"${locale === wanted ? '' : ` lang="${locale}"`}>\n${items.join('\n')}\n</ul>`
  }

  function find(pathname: string) {
    const [locale = '', ...rest] = pathname.slice(base.length + 1).replace(/\/$/, '').split('/')
    const id = decode(rest.join('/'))
    const file = shelves.get(locale)?.find(article => article.id === id)?.file
    return file === undefined ? undefined : { locale, id, file }
  }

  async function read(pathname: string) {
    const found = find(pathname)
    if (!found) return undefined
    const { locale, id, file } = found
    const article = await json<Article>(file)
    const here = new URL(`https://x${base}/${file}`)
    const blocks = parseMarkdown(article.body, { id, base: here.href })
    // A relative address was solved against a made-up host: it is on this one.
    const html = articleHtml(blocks, hrefIn(locale)).replaceAll(`="${here.origin}/`, '="/')
    return { locale, article, html }
  }

  return { root: out, count: [...shelves.values()].flat().length, warnings, list, has: pathname => find(pathname) !== undefined, read }
}

const shorten = (text: string) => (text.length > 150 ? `${text.slice(0, text.lastIndexOf(' ', 140))} …` : text)

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
