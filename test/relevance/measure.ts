import type { Source } from '../../src/core/articles/source.ts'
import { queries, type Query } from './queries.ts'

/** Whom to ask, and in which language. */
export interface Asked { source: Source; locale: string }

/** Of queries of one class: the mean of 1/rank among the first five, and the share with a right answer among the first three. */
export interface Figures { count: number; mrr: number; hit: number }

export interface Missed { query: Query; rank: number; got: string[] }

export interface ClassFigures { name: string; open: Figures; heldOut: Figures; all: Figures; missed: Missed[] }

/** Asks every query of its collection's source. */
export async function measure(sources: ReadonlyMap<string, Asked>): Promise<ClassFigures[]> {
  const figures: ClassFigures[] = []
  for (const [name, list] of queries) {
    const ranked: Missed[] = []
    for (const query of list) {
      const asked = sources.get(query.collection)
      if (!asked) throw new Error(`"${query.text}" is asked of "${query.collection}", but there is no such collection`)
      const signal = new AbortController().signal
      const results = await asked.source.search(query.text, { locale: asked.locale, limit: 5, signal })
      const got = results.map(({ id }) => id)
      ranked.push({ query, got, rank: got.findIndex(id => query.answers.includes(id)) + 1 })
    }
    figures.push({
      name,
      open: sum(ranked.filter(({ query }) => !query.heldOut)), heldOut: sum(ranked.filter(({ query }) => query.heldOut)), all: sum(ranked),
      missed: ranked.filter(({ rank }) => rank !== 1),
    })
  }
  return figures
}

function sum(ranked: readonly Missed[]): Figures {
  const count = ranked.length
  return {
    count,
    mrr: ranked.reduce((total, { rank }) => total + (rank ? 1 / rank : 0), 0) / count,
    hit: ranked.filter(({ rank }) => rank && rank <= 3).length / count,
  }
}

/** A table for people: a row for each class. */
export function table(title: string, figures: readonly ClassFigures[]): string {
  const row = (cells: readonly (string | number)[]) => cells.map((cell, at) => (at ? String(cell).padStart(9) : String(cell).padEnd(18))).join('')
  const numbers = ({ mrr, hit }: Figures) => [mrr.toFixed(3), hit.toFixed(3)]
  return [
    title,
    row(['', 'queries', 'MRR@5', 'hit@3', 'held out', 'MRR@5', 'hit@3']),
    ...figures.map(({ name, all, heldOut }) => row([name, all.count, ...numbers(all), heldOut.count, ...numbers(heldOut)])),
  ].join('\n')
}
