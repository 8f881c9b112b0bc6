import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIndex } from '../../src/cli/build-index.ts'
import { localeOf } from '../../src/cli/locales.ts'
import { readArticle } from '../../src/cli/read-article.ts'
import type { Article } from '../../src/core/articles/article.ts'
import type { Source } from '../../src/core/articles/source.ts'
import { builtIndex } from '../../src/core/articles/sources/built-index.ts'

/** A set of articles as they lie in a folder, and the language of those who ask. */
export interface Collection { dir: string; locale: string; articles: Article[] }

const here = new URL('.', import.meta.url)
const demo = fileURLToPath(new URL('../../demo/articles', here))

/** A place for what is built; `clear` removes it. */
export function workshop(): { dir: string; clear: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-relevance-'))
  return { dir, clear: () => rmSync(dir, { recursive: true, force: true }) }
}

/**
 * The demo shop in English and German; npm's own documentation, which somebody else wrote and which lies beside every npm;
 * and a handful of articles in each of five more languages.
 */
export async function collections(work: string): Promise<Map<string, Collection>> {
  const few = (file: string) => [file.slice(0, -3), spread(work, file.slice(0, -3))] as const
  const folders = [
    ['shop', demo, 'en'], ['shop-de', demo, 'de'], ['npm', npmDocs(), 'en'],
    ...readdirSync(new URL('articles/', here)).sort().map(few).map(([locale, dir]) => [locale, dir, locale] as const),
  ] as const
  const read = folders.map(async ([name, dir, locale]) => [name, { dir, locale, articles: await articlesIn(dir, locale) }] as const)
  return new Map(await Promise.all(read))
}

function npmDocs(): string {
  const dir = join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(), 'npm/docs/content')
  if (!existsSync(dir)) throw new Error(`Expected npm's own documentation in ${dir}, but it is not there. Reinstall npm.`)
  return dir
}

/** One file holds all articles of a language; a folder has a file for each. */
function spread(work: string, locale: string): string {
  const dir = join(work, 'articles', locale)
  mkdirSync(dir, { recursive: true })
  const text = readFileSync(new URL(`articles/${locale}.md`, here), 'utf8')
  for (const [, id = '', title = '', body = ''] of text.matchAll(/^# (\S+) · (.+)\n([^#]+)/gm)) {
    writeFileSync(join(dir, `${id}.md`), `# ${title}\n\n${body.trim()}\n`)
  }
  return dir
}

async function articlesIn(dir: string, locale: string): Promise<Article[]> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md')).sort()
  const place = localeOf(files, locale)
  const found = await Promise.all(files.map(file => readArticle(dir, { file, ...place(file), fallback: locale }, () => {})))
  return found.flatMap(each => (each ? [{ ...each.article, locale: each.locale }] : []))
}

/** Builds the index of a collection the way an owner does, and reads it from the disk as a page would from its server. */
export async function built({ dir, locale }: Collection, out: string): Promise<Source> {
  await buildIndex({ dir, out, locale })
  const home = new URL('https://help.example/')
  return builtIndex(new URL('index.json', home), {
    fetch: request => {
      const path = join(out, decodeURIComponent(new URL(String(request)).pathname))
      return Promise.resolve(existsSync(path) ? new Response(readFileSync(path)) : new Response('', { status: 404 }))
    },
  })
}
