import { wholeAt } from '../support/whole-at.ts'
import type { Excerpt, Mark } from './article.ts'
import { joinedTerms } from './joined-terms.ts'
import { termsOf, type Term } from './terms.ts'

// This is done for every result at every letter typed; what lies further down is for the reader.
const reach = 4000

/**
 * The part of a text that answers best, about `length` characters, with the matching words marked.
 * @param terms words as the index knows them (folded); a word that begins with one of them is marked too.
 */
export function excerpt(whole: string, terms: readonly string[], length = 160): Excerpt {
  const text = whole.slice(0, wholeAt(whole, reach))
  const words = termsOf(text)
  const hits = [...words, ...joinedTerms(text, words)].sort((a, b) => a.start - b.start).filter(({ term }) => terms.some(wanted => term.startsWith(wanted)))
  const [start, end] = text.length <= length ? [0, text.length] : stretch(text, words, hits, length)
  const before = start > 0 ? '… ' : ''
  const shift = start - before.length
  const marks: Mark[] = []
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue
    const last = marks.at(-1)
    // Pairs of letters overlap; together they are one mark.
    if (last && hit.start - shift <= last.end) last.end = Math.max(last.end, hit.end - shift)
    else marks.push({ start: hit.start - shift, end: hit.end - shift })
  }
  return { text: before + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? ' …' : ''), marks }
}

/** The window with the most different hits, the longer words counting more; the earliest of equals. */
function stretch(text: string, words: readonly Term[], hits: readonly Term[], length: number): [start: number, end: number] {
  let best = 0
  let from = 0
  hits.forEach((first, index) => {
    const seen = new Set<string>()
    for (let i = index; i < hits.length && (hits[i]?.end ?? 0) <= first.start + length; i++) seen.add(hits[i]?.term ?? '')
    const worth = [...seen].join('').length
    if (worth > best) [best, from] = [worth, first.start]
  })
  // Some words before the first hit, so that it can be understood; from the sentence's beginning where that is near.
  const lead = Math.max(0, from - Math.floor(length / 3))
  const sentence = /(?:[.!?…]\s+|[。！？\n]\s*)(?=\S)(?!.*(?:[.!?…]\s|[。！？\n]))/s.exec(text.slice(lead, from))
  const rough = sentence ? lead + sentence.index + sentence[0].length : lead
  const start = rough === 0 ? 0 : words.find(word => word.start >= rough)?.start ?? wholeAt(text, rough)
  if (text.length - start <= length) return [start, text.length]
  const end = words.findLast(word => word.end <= start + length)?.end ?? wholeAt(text, start + length)
  return [start, Math.max(end, start)]
}
