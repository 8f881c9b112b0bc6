import type { SearchResult } from './article.ts'
import { isSameWord } from './same-word.ts'
import { fold, termsOf } from './terms.ts'

// What others have written comes after the owner's own answer where both fit equally well.
const communityShare = 0.9

/**
 * The answers of several sources as one list, best first, each article once. Scores of different sources cannot be compared:
 * each counts as a share of that source's best, and by how many of the query's words its title has, so that the best of a poor
 * source is not first. What a source put first stays before what the same source put second.
 */
export function rankTogether(query: string, answers: readonly (readonly SearchResult[])[]): SearchResult[] {
  const words = [...new Set(termsOf(query.slice(0, 300)).map(({ term }) => term))]
  const ranked = answers.flatMap(answer => {
    const best = Math.max(...answer.map(({ score }) => sound(score))) || 1
    let ceiling = 1
    return answer.map(result => {
      const fit = (1 + shareOf(words, result.title)) / 2
      ceiling = Math.min(ceiling, (sound(result.score) / best) * fit * (result.community ? communityShare : 1))
      return { ...result, score: ceiling }
    })
  })
  return onlyNew([], ranked).sort((a, b) => b.score - a.score)
}

/** Those that are not among `before`, and of several alike the first: by id, by address, or by title from another source. */
export function onlyNew(before: readonly SearchResult[], results: readonly SearchResult[]): SearchResult[] {
  const ids = new Set<string>()
  const urls = new Set<string>()
  const titles = new Map<string, string>()
  const note = ({ id, url, title, source }: SearchResult) => {
    ids.add(id)
    if (url) urls.add(url.replace(/\/$/, ''))
    titles.set(plain(title), titles.get(plain(title)) ?? source)
  }
  before.forEach(note)
  return results.filter(result => {
    const { id, url, title, source } = result
    if (ids.has(id) || (url && urls.has(url.replace(/\/$/, ''))) || (titles.get(plain(title)) ?? source) !== source) return false
    note(result)
    return true
  })
}

/** A title without its capitals, accents and punctuation. */
const plain = (title: string) => fold(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || title

const sound = (score: number) => (Number.isFinite(score) && score > 0 ? score : 0)

/** How many of the words a title has, 0 to 1; an ending more or less is the same word. */
function shareOf(words: readonly string[], title: string): number {
  if (!words.length) return 0
  const there = termsOf(title.slice(0, 300)).map(({ term }) => term)
  return words.filter(word => there.some(term => isSameWord(term, word))).length / words.length
}
