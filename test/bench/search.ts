// What the first question costs and how well and fast it is answered, over 100, 1,000 and 10,000 real articles: the index is built
// as the command builds it, and read as a page reads it. `node test/bench/search.ts [--strict]`
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildIndex } from '../../src/cli/build-index.ts'
import type { Source } from '../../src/core/articles/source.ts'
import { builtIndex } from '../../src/core/articles/sources/built-index.ts'
import { quantile, type Figure } from './figure.ts'
import { manySections, type Section } from './real-sections.ts'

export interface SearchFigures {
  /** How many real ones there were. */
  articles: number
  buildSeconds: number
  /** Brotli: the engine's code with its language, and all of the index without the articles. */
  engine: number
  index: number
  /** Brotli, the engine included: everything fetched while one question is typed letter by letter; by question. */
  first: number[]
  requests: number[]
  /** Milliseconds per keystroke, ten results with their excerpts, everything fetched. */
  keystrokes: number[]
  /** MRR@5 for titles with a slip in their longest word, and for titles broken off. */
  misspelt: number
  partial: number
}

const options = (limit: number) => ({ locale: 'en', limit, signal: new AbortController().signal })
const brotli = (content: string | Uint8Array) => brotliCompressSync(content).length

export async function benchSearch(articles: number): Promise<SearchFigures> {
  const sections = manySections(articles)
  const work = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  try {
    const named = sections.map((section, index) => ({ ...section, id: idOf(section, index) }))
    for (const { id, title, body } of named) {
      mkdirSync(dirname(join(work, 'in', id)), { recursive: true })
      writeFileSync(join(work, 'in', `${id}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`)
    }
    const before = performance.now()
    await buildIndex({ dir: join(work, 'in'), out: join(work, 'out') })
    const buildSeconds = (performance.now() - before) / 1000
    return { articles: sections.length, buildSeconds, ...await measure(join(work, 'out'), named) }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function measure(out: string, sections: readonly (Section & { id: string })[]): Promise<Omit<SearchFigures, 'articles' | 'buildSeconds'>> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json') && !name.startsWith('en/'))
  const texts = new Map(names.map(name => [name, readFileSync(join(out, name), 'utf8')]))
  const sizes = new Map([...texts].map(([name, text]) => [name, brotli(text)]))
  const open = (asked: Set<string>): Source => builtIndex('https://shop.example/help/index.json', {
    fetch: async input => {
      const name = decodeURIComponent(new URL(String(input)).pathname.replace('/help/', ''))
      asked.add(name)
      return new Response(texts.get(name))
    },
  })
  const code = await engineBytes()
  const chosen = spread(sections.filter(({ title }) => title.length > 12 && title.length < 60), 200)
  const first: number[] = []
  const requests: number[] = []
  for (const [index, { title }] of spread(chosen, 50).entries()) {
    const asked = new Set<string>()
    const source = open(asked)
    for (const query of typed(misspell(title, index))) await source.search(query, options(10))
    first.push([...asked].reduce((sum, name) => sum + (sizes.get(name) ?? 0), code))
    requests.push(asked.size)
  }
  const source = open(new Set())
  const mrr = async (change: (title: string, index: number) => string) => {
    let sum = 0
    for (const [index, { id, title }] of chosen.entries()) {
      const found = await source.search(change(title, index), options(5))
      const rank = found.findIndex(each => each.id === id) + 1
      if (rank) sum += 1 / rank
    }
    return sum / chosen.length
  }
  const [misspelt, partial] = [await mrr(misspell), await mrr(brokenOff)]
  const keystrokes: number[] = []
  for (const query of spread(chosen, 100).flatMap(({ title }) => typed(title))) {
    await source.search(query, options(10))
    keystrokes.push(await timed(() => source.search(query, options(10))))
  }
  return { engine: code, index: [...sizes.values()].reduce((sum, size) => sum + size, 0), first, requests, keystrokes, misspelt, partial }
}

/** Under folders, as documentation lies. */
function idOf({ title }: Section, index: number): string {
  const name = title.toLowerCase().replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '').slice(0, 50)
  return `part-${Math.floor(index / 100)}/${name}-${index}`
}

/** Every beginning, the way it is typed. */
const typed = (title: string) => Array.from({ length: Math.min(title.length, 30) }, (_, index) => title.slice(0, index + 1))

/** One slip in the middle of the longest word: two letters that changed places, one that is missing, another one, one twice. */
function misspell(title: string, kind: number): string {
  const [longest = ''] = title.split(/\s+/).sort((a, b) => b.length - a.length)
  const at = Math.floor(longest.length / 2)
  const [start, here = '', next = '', end] = [longest.slice(0, at), longest[at], longest[at + 1], longest.slice(at + 2)]
  const slips = [next + here, next, (here === 'e' ? 'a' : 'e') + next, here + here + next]
  return title.replace(longest, start + slips[kind % slips.length] + end)
}

/** Without the last third of the last word. */
const brokenOff = (title: string) => title.slice(0, -Math.max(1, Math.floor((/\S*$/.exec(title)?.[0].length ?? 0) / 3)))

const spread = <T>(all: readonly T[], wanted: number): T[] =>
  all.length <= wanted ? [...all] : Array.from({ length: wanted }, (_, index) => all[Math.floor(index * all.length / wanted)]!)

/** The engine and its English, as they travel. */
async function engineBytes(): Promise<number> {
  const entry = fileURLToPath(new URL('../../src/core/articles/search-engine.ts', import.meta.url))
  const { outputFiles, metafile } = await build({
    entryPoints: { engine: entry }, bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', outdir: 'x', write: false, metafile: true,
  })
  const travels = Object.entries(metafile.outputs).filter(([, { entryPoint, exports }]) =>
    entryPoint?.endsWith('search-engine.ts') || entryPoint?.endsWith('english.ts') || (!entryPoint && exports.length)).map(([name]) => name)
  return outputFiles.filter(({ path }) => travels.some(name => path.endsWith(name))).reduce((sum, { contents }) => sum + brotli(contents), 0)
}

/** The best of three: on a busy machine the others measure its neighbours. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity
  for (let round = 0; round < 3; round++) {
    const before = performance.now()
    await work()
    best = Math.min(best, performance.now() - before)
  }
  return best
}

/** What is to be reached, by number of articles. */
export function searchTable(wanted: number, it: SearchFigures): Figure[] {
  const many = wanted.toLocaleString('en')
  const note = it.articles < wanted ? `only ${it.articles} real ones on this machine` : ''
  const row = (name: string, unit: string, values: readonly number[], limit?: number): Figure => ({
    name: `${many} articles: ${name}`, unit, median: quantile(values, 0.5), worst: Math.max(...values), note, ...(limit && { target: { limit, of: 'worst' as const } }),
  })
  const big = wanted > 1000
  return [
    row('first question, brotli', 'kB', it.first.map(bytes => bytes / 1000), big ? 250 : 100),
    row('files fetched for it', '', it.requests),
    row('keystroke', 'ms', it.keystrokes),
    row('keystroke, p99', 'ms', [quantile(it.keystrokes, 0.99)], big ? 16 : 8),
    row('index without articles, brotli', 'kB', [it.index / 1000]),
    row('built by the command', 's', [it.buildSeconds], 60),
    row('misspelt titles, 1 − MRR@5', '', [1 - it.misspelt], 0.03),
    row('titles broken off, 1 − MRR@5', '', [1 - it.partial], 0.03),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { isMet, table } = await import('./figure.ts')
  const figures: Figure[] = []
  for (const wanted of [100, 1000, 10_000]) {
    const it = await benchSearch(wanted)
    if (!figures.length) figures.push({ name: 'engine and its English, brotli', unit: 'kB', median: it.engine / 1000, worst: it.engine / 1000 })
    figures.push(...searchTable(wanted, it))
  }
  console.log(table(figures))
  if (process.argv.includes('--strict') && figures.some(each => isMet(each) === false)) process.exitCode = 1
}
