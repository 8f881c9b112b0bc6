import type { Breathe } from './breather.ts'
import { otherEnding, type Candidate } from './expand.ts'
import { levels, type Postings } from './postings.ts'
import type { Meaning, Question } from './question.ts'
import type { Shelf } from './shelf.ts'
import { placeOf } from './sorted.ts'

export interface Hit {
  /** The document's place in the list that was indexed. */
  position: number
  /** Higher is better; only comparable within one answer. */
  score: number
  /** How much of the question it has, 0 to 1, each word counting by how rare it is and by how surely it is meant. */
  share: number
  /** The words of the index that were found, folded: what an excerpt marks. */
  terms: string[]
}

/** Documents that a meaning reaches. */
interface Reached { postings: Postings; weight: number; terms: string[]; sure: boolean; guess: boolean }

// A word that only holds the sentence together decides between equals, no more.
const light = 0.05

// Of the words that a misspelt or unfinished one may be, the one that is said more often is meant more often.
const common = 0.2

// How much it matters that a document has all of the question.
const complete = 0.7

// Documents that have next to nothing of a long question are left out.
const leastShare = 0.2

/** The best documents for a question. @param strict a word that is nowhere counts as missing, not as a slip */
export async function rank({ words, telling, meanings }: Question, shelf: Shelf, limit: number, strict: boolean, breathe: Breathe): Promise<Hit[]> {
  const reached = await Promise.all(meanings.map(reach))
  const { total, boosts } = shelf
  const score = new Float32Array(total)
  const share = new Float32Array(total)
  const best = new Float32Array(total)
  const surest = new Float32Array(total)
  const touched: number[] = []
  let all = 0
  const order = words.map((_, at) => at).sort((a, b) => Number(telling[b]) - Number(telling[a]))
  const bySlot = words.map((_, slot) => reached.flatMap((each, at) => (meanings[at]!.slots.includes(slot) ? each : [])))
  for (const slot of order) {
    await breathe()
    const here: number[] = []
    let exact = 0
    const commonest = bySlot[slot]!.reduce((most, { guess, postings: { count } }) => (guess && count > most ? count : most), 1)
    for (const { postings: { documents, levels, count }, weight: worth, sure, guess } of bySlot[slot]!) {
      const weight = guess ? worth * (1 - common + common * Math.sqrt(count / commonest)) : worth
      if (sure) exact = Math.max(exact, count)
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at]!
        if (!surest[document]) here.push(document)
        if (weight > surest[document]!) surest[document] = weight
        if (weight * levels[at]! > best[document]!) best[document] = weight * levels[at]!
      }
    }
    const top = here.reduce((most, document) => Math.max(most, surest[document]!), 0)
    const found = Math.max(exact, here.reduce((sum, document) => sum + Number(surest[document]! >= top * 0.8), 0))
    const rarity = found || strict ? Math.log(1 + total / (found || 1)) * (telling[slot] ? 1 : light) : 0
    all += rarity
    for (const document of here) {
      if (telling[slot] && !score[document]) touched.push(document)
      if (telling[slot] || score[document]) {
        score[document]! += (rarity * best[document]!) / levels
        share[document]! += rarity * surest[document]!
      }
      best[document] = surest[document] = 0
    }
  }
  await breathe()
  return touched
    .map(position => {
      const part = Math.min(1, share[position]! / all)
      return { position, score: score[position]! * part ** complete * (boosts.get(position) ?? 1), share: part }
    })
    .filter(({ share, score }) => share > leastShare && score > 0)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, limit)
    .map(hit => ({ ...hit, terms: foundIn(hit.position, bySlot.filter((_, slot) => telling[slot])) }))
}

async function reach({ parts, weight }: Meaning): Promise<Reached[]> {
  const lists = await Promise.all(parts.map(part => Promise.all(part.map(async candidate => ({ candidate, postings: await listOf(candidate) })))))
  const [only, ...more] = lists
  if (!more.length) {
    return only!.map(({ candidate, postings }) => ({
      postings, weight: weight * candidate.weight, terms: [candidate.term],
      sure: weight * candidate.weight === 1, guess: weight === 1 && candidate.weight < otherEnding,
    }))
  }
  // Only documents that have every part, and as much as they have of the weakest.
  const together = lists.map(list => {
    const strongest = new Map<number, number>()
    for (const { candidate, postings: { documents, levels } } of list) {
      documents.forEach((document, at) => strongest.set(document, Math.max(strongest.get(document) ?? 0, levels[at]! * candidate.weight)))
    }
    return strongest
  })
  const documents = [...together[0]!.keys()].filter(document => together.every(part => part.has(document))).sort((a, b) => a - b)
  const shared = documents.map(document => Math.min(...together.map(part => part.get(document)!)))
  const terms = parts.flatMap(part => part.map(({ term }) => term))
  return [{ postings: { documents, levels: shared, count: documents.length }, weight, terms, sure: false, guess: false }]
}

const listOf = ({ dictionary, at }: Candidate) => dictionary.postings(at)

/** The terms by which it was found, the surest way for each word and those nearly as sure. */
function foundIn(position: number, slots: readonly Reached[][]): string[] {
  return [...new Set(slots.flatMap(slot => {
    const here = slot.filter(({ postings: { documents } }) => documents[placeOf(documents, position)] === position)
    const surest = Math.max(...here.map(({ weight }) => weight))
    return here.filter(({ weight }) => weight > surest * 0.7).flatMap(({ terms }) => terms)
  }))]
}
