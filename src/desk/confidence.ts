import type { Article } from '../core/articles/article.ts'
import { beginsAlike } from '../core/articles/same-word.ts'
import { tokenize } from '../core/articles/terms.ts'
import type { Trouble } from './page.ts'

// What the thing is called tells more than what stands around it.
const weight = { name: 0.6, around: 0.4 }
// Words of so few letters are in every article; a sentence of an article is not all of it, in characters.
const least = 4
const longest = 20_000

/**
 * How sure one can be that an article is about this trouble, 0 to 1: by how many of the words of the element it has in its title
 * or its aliases (in its headings, its summary or its text they count for less), and of the words around it anywhere.
 */
export function confidenceIn(article: Article, { name, around }: Pick<Trouble, 'name' | 'around'>): number {
  const title = words([article.title, ...(article.aliases ?? [])].join(' '))
  const headings = words([article.summary ?? '', ...(article.body.slice(0, longest).match(/^#+ .*$|<h\d[^>]*>.*?<\/h\d>/gim) ?? [])].join(' '))
  const body = words(article.body.slice(0, longest))
  const named = share(words(name), word => (has(title, word) ? 1 : has(headings, word) ? 0.7 : has(body, word) ? 0.3 : 0))
  const surrounded = share(words(around), word => (has(title, word) || has(headings, word) || has(body, word) ? 1 : 0))
  if (named === undefined) return (surrounded ?? 0) * (1 - weight.around)
  return surrounded === undefined ? named : weight.name * named + weight.around * surrounded
}

const isDense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const words = (text: string): string[] => [...new Set(tokenize(text))].filter(word => word.length >= least || isDense.test(word))

function share(asked: readonly string[], worth: (word: string) => number): number | undefined {
  return asked.length ? asked.reduce((sum, word) => sum + worth(word), 0) / asked.length : undefined
}

/** The same word, but for an ending of at most three letters. */
function has(there: readonly string[], word: string): boolean {
  return there.some(other => Math.abs(other.length - word.length) <= 3 && beginsAlike(other, word))
}
