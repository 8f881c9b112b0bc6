import { isSameWord } from '../core/articles/same-word.ts'
import type { TopicShelf } from '../core/articles/source.ts'
import { termsOf } from '../core/articles/terms.ts'

// More would be another list to search through.
const most = 5

/** Where nothing was found: the topics that share most words with the query, then the fullest ones. */
export function nearestTopics(query: string, shelves: readonly TopicShelf[]): TopicShelf[] {
  const words = termsOf(query.slice(0, 300)).map(({ term }) => term).filter(({ length }) => length > 2)
  const shared = ({ topic, articles }: TopicShelf) => {
    const there = termsOf([topic, ...articles.map(({ title }) => title)].join(' ')).map(({ term }) => term)
    return words.filter(word => there.some(term => isSameWord(term, word))).length
  }
  return shelves
    .filter(({ articles }) => articles.length > 0)
    .map(shelf => ({ shelf, worth: shared(shelf) }))
    .sort((a, b) => b.worth - a.worth || b.shelf.articles.length - a.shelf.articles.length)
    .slice(0, most)
    .map(({ shelf }) => shelf)
}
