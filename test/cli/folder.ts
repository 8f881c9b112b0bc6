import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Article } from '../../src/core/articles/article.ts'
import { builtIndex } from '../../src/core/articles/sources/built-index.ts'
import type { Source } from '../../src/core/articles/source.ts'
import { buildIndex, type BuildIndexOptions, type BuildIndexReport } from '../../src/cli/build-index.ts'
import type { Warning } from '../../src/cli/warning.ts'

/** A folder with these files, gone after the test. */
export function folder(test: TestContext, files: Record<string, string | Uint8Array>): string {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-'))
  test.after(() => rmSync(dir, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  return dir
}

export interface Built {
  out: string
  report: BuildIndexReport
  /** `file:line kind`. */
  warnings: string[]
  source: Source
  read(id: string, locale?: string): Promise<Article>
  search(query: string, locale?: string): Promise<string[]>
  /** All files written, relative, sorted. */
  files(): string[]
}

/** Builds an index and reads it back the way a page does. */
export async function built(test: TestContext, dir: string, options: Partial<BuildIndexOptions> = {}): Promise<Built> {
  const out = options.out ?? folder(test, {})
  const warnings: string[] = []
  const onWarning = ({ file, line, kind }: Warning) => void warnings.push(`${file}${line ? `:${line}` : ''} ${kind}`)
  const report = await buildIndex({ dir, out, onWarning, ...options })
  const source = builtIndex('https://shop.example/help/index.json', {
    fetch: async input => new Response(readFileSync(join(out, decodeURIComponent(new URL(String(input)).pathname.replace('/help/', ''))))),
  })
  const ask = (locale = 'en') => ({ locale, limit: 10, signal: new AbortController().signal })
  return {
    out, report, warnings, source,
    read: (id, locale) => source.read(id, ask(locale)),
    search: async (query, locale) => (await source.search(query, ask(locale))).map(({ id }) => id),
    files: () => readdirSync(out, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(out.length + 1)).sort(),
  }
}
