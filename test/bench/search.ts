// How fast and how heavy searching is over a thousand real articles, against reading them all for every letter.
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { excerpt } from '../../src/core/articles/excerpt.ts'
import { plainText } from '../../src/core/articles/plain-text.ts'
import { buildEngine, loadEngine, type SearchDocument } from '../../src/core/articles/search-engine.ts'
import { fold, tokenize } from '../../src/core/articles/terms.ts'
import { realSections } from './real-sections.ts'

export interface SearchFigures {
  articles: number
  /** Of the engine's own JSON. */
  indexBytes: number
  indexBrotli: number
  loadMs: number
  keystrokes: number
  /** Milliseconds per keystroke, ten results with their excerpts. */
  p50: number
  p99: number
  worst: number
  /** Of the naive scan in the same run; p99 over p99 is what compares between machines. */
  scanP99: number
  ratio: number
  /** How many misspelt titles find their article among the first three. */
  misspeltHits: number
  misspelt: number
}

export async function benchSearch(articles: number): Promise<SearchFigures> {
  const sections = realSections().slice(0, articles)
  const texts = sections.map(({ body }) => plainText({ body, format: 'markdown' }).text)
  const documents: SearchDocument[] = sections.map(({ title }, position) => ({ title, body: texts[position] ?? '' }))
  const json = JSON.stringify(await buildEngine(documents))
  const before = performance.now()
  const engine = await loadEngine(JSON.parse(json))
  const loadMs = performance.now() - before
  const folded = documents.map(({ title, body = '' }) => fold(`${title} ${body}`))

  const queries = typed(sections.map(({ title }) => title))
  const search = (query: string) => engine.search(query, 10).map(({ position, terms }) => excerpt(texts[position] ?? '', terms))
  const scan = (query: string) => {
    const terms = tokenize(query)
    return folded
      .map((text, position) => ({ position, found: terms.filter(term => text.includes(term)).length }))
      .filter(({ found }) => found).sort((a, b) => b.found - a.found).slice(0, 10)
      .map(({ position }) => excerpt(texts[position] ?? '', terms))
  }
  for (const query of queries.slice(0, 200)) search(query), scan(query)
  const times = queries.map(query => timed(() => search(query))).sort((a, b) => a - b)
  const scans = queries.map(query => timed(() => scan(query))).sort((a, b) => a - b)

  const words = sections.filter(({ title }) => title.length > 12).filter((_, index) => index % 5 === 0).map(({ title }) => title)
  const hits = words.filter(title => engine.search(misspell(title), 3).some(({ position }) => sections[position]?.title === title)).length
  const p99 = quantile(times, 0.99)
  const scanP99 = quantile(scans, 0.99)
  return {
    articles: sections.length, indexBytes: json.length, indexBrotli: brotliCompressSync(json).length, loadMs,
    keystrokes: times.length, p50: quantile(times, 0.5), p99, worst: times.at(-1) ?? 0, scanP99, ratio: p99 / scanP99,
    misspeltHits: hits, misspelt: words.length,
  }
}

/** Every beginning of every tenth title, the way it is typed. */
function typed(titles: readonly string[]): string[] {
  return titles.filter((_, index) => index % 10 === 0)
    .flatMap(title => Array.from({ length: Math.min(title.length, 30) }, (_, index) => title.slice(0, index + 1)))
}

/** Two letters of the longest word change places. */
function misspell(title: string): string {
  const [longest = ''] = title.split(/\s+/).sort((a, b) => b.length - a.length)
  const at = Math.floor(longest.length / 2)
  const slip = longest.slice(0, at) + (longest[at + 1] ?? '') + (longest[at] ?? '') + longest.slice(at + 2)
  return title.replace(longest, slip)
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

/** The best of three: on a busy machine the others measure its neighbours. */
function timed(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => {
    const before = performance.now()
    work()
    return performance.now() - before
  }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const articles of [100, 300, 1000, 3000]) {
    const it = await benchSearch(articles)
    console.log([
      `${it.articles} articles`, `index ${(it.indexBytes / 1000).toFixed(0)} kB, ${(it.indexBrotli / 1000).toFixed(1)} kB brotli`, `loaded in ${it.loadMs.toFixed(0)} ms`,
      `p50 ${it.p50.toFixed(2)} ms, p99 ${it.p99.toFixed(2)} ms, worst ${it.worst.toFixed(1)} ms of ${it.keystrokes} keystrokes`,
      `scan p99 ${it.scanP99.toFixed(2)} ms, ratio ${it.ratio.toFixed(2)}`, `misspelt titles in the first three: ${it.misspeltHits} of ${it.misspelt}`,
    ].join(' · '))
  }
}
