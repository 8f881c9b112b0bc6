// How good the answers are, by class of query, and what each means adds to it: `node test/relevance/report.ts`.
// With `--missed` also what did not come first, leaving out what is held out.
import { join } from 'node:path'
import type { Source } from '../../src/core/articles/source.ts'
import { ablations } from './ablations.ts'
import { built, collections, workshop, type Collection } from './collections.ts'
import { measure, table, type ClassFigures } from './measure.ts'

const work = workshop()
try {
  const all = [...await collections(work.dir)]
  const ask = async (make: (collection: Collection, name: string) => Source | Promise<Source>) =>
    measure(new Map(await Promise.all(all.map(async ([name, each]) => [name, { source: await make(each, name), locale: each.locale }] as const))))

  const figures = await ask((each, name) => built(each, join(work.dir, 'built', name)))
  console.log(table('built index', figures))
  const contributions = new Map<string, ClassFigures[]>()
  for (const [name, make] of Object.entries(ablations)) contributions.set(name, await ask(make))
  console.log(table('\ninline', contributions.get('all of it') ?? []))
  console.log(compare('\nMRR@5 without each of the means', contributions))
  if (process.argv.includes('--missed')) console.log(missed(figures))
} finally {
  work.clear()
}

function compare(title: string, figures: ReadonlyMap<string, readonly ClassFigures[]>): string {
  const names = [...figures.values()][0]?.map(({ name }) => name) ?? []
  const row = (first: string, cells: readonly string[]) => first.padEnd(16) + cells.map(cell => cell.padStart(17)).join('')
  return [title, row('', names), ...[...figures].map(([name, each]) => row(name, each.map(({ all }) => all.mrr.toFixed(3))))].join('\n')
}

function missed(figures: readonly ClassFigures[]): string {
  return figures.map(({ name, missed }) => `\n${name}\n${missed.filter(({ query }) => !query.heldOut).map(({ query, rank, got }) =>
    `  ${rank || '–'}  ${query.collection}: ${query.text} → ${query.answers.join(' | ')}; got ${got.join(', ')}`).join('\n')}`).join('\n')
}
