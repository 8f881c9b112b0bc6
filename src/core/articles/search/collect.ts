import { breather, type Breathe } from './breather.ts'
import { impactOf, type SearchDocument } from './impact.ts'
import type { Language } from './language.ts'
import type { Postings } from './postings.ts'

/** Terms in order with their postings, in memory. */
export interface Collected { terms: string[]; lists: Postings[] }

export interface Collection { total: number; head: Collected; body: Collected; boosts: Map<number, number> }

// Of words that stand nearly everywhere only the best documents are kept: the others would be found by another word.
// Words that say nothing are for questions of which there is nothing else yet.
const enough = { head: 2000, body: 500, stop: { head: 200, body: 10 } }

const year = 31_557_600_000

/** Reads all documents, without holding up the page it runs in. */
export async function collect(documents: readonly SearchDocument[], { stop }: Language): Promise<Collection> {
  const breathe = breather()
  const days = documents.map(({ updatedAt = '' }) => Date.parse(updatedAt))
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), 0)
  const head = new Map<string, Postings>()
  const body = new Map<string, Postings>()
  const boosts = new Map<number, number>()
  for (let position = 0; position < documents.length; position++) {
    const document = documents[position]!
    await breathe()
    const age = (newest - days[position]!) / year
    const impact = impactOf(document, age >= 0 ? age : 0)
    note(impact.head, position, head)
    note(impact.body, position, body)
    const { boost = 1 } = document
    if (boost !== 1 && boost > 0) boosts.set(position, Math.min(10, Math.max(0.1, boost)))
  }
  return {
    total: documents.length, boosts,
    head: await settle(head, term => (stop.has(term) ? enough.stop.head : enough.head), breathe),
    body: await settle(body, term => (stop.has(term) ? enough.stop.body : enough.body), breathe),
  }
}

function note(found: ReadonlyMap<string, number>, position: number, terms: Map<string, Postings>): void {
  for (const [term, level] of found) {
    let list = terms.get(term)
    if (!list) terms.set(term, (list = { documents: [], levels: [], count: 0 }))
    list.documents.push(position)
    list.levels.push(level)
    list.count++
  }
}

/** In order; letter by letter, because sorting tens of thousands at once takes longer than a frame. */
async function settle(found: ReadonlyMap<string, Postings>, most: (term: string) => number, breathe: Breathe): Promise<Collected> {
  const byLetter = new Map<string, string[]>()
  for (const term of found.keys()) {
    const letter = term.charAt(0)
    const same = byLetter.get(letter)
    if (same) same.push(term)
    else byLetter.set(letter, [term])
  }
  const terms: string[] = []
  const lists: Postings[] = []
  for (const letter of [...byLetter.keys()].sort()) {
    await breathe()
    for (const term of byLetter.get(letter)!.sort()) {
      terms.push(term)
      const list = found.get(term)!
      const cut = list.count > most(term)
      if (cut) await breathe()
      lists.push(cut ? best(list, most(term)) : list)
    }
  }
  return { terms, lists }
}

function best(list: Postings, most: number): Postings {
  const kept = list.documents.map((_, at) => at).sort((a, b) => list.levels[b]! - list.levels[a]! || a - b).slice(0, most).sort((a, b) => a - b)
  return { documents: kept.map(at => list.documents[at]!), levels: kept.map(at => list.levels[at]!), count: list.count }
}
