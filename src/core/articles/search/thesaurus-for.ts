import { tokenize } from '../terms.ts'
import type { Collection } from './collect.ts'
import type { Language } from './language.ts'
import { thesaurusOf } from './thesaurus-of.ts'

/** Of the words customers use for the same thing those groups of which something stands in these articles. */
export async function thesaurusFor(locale: string, { stem, stop }: Language, { head, body }: Collection): Promise<readonly (readonly string[])[]> {
  const groups = await thesaurusOf(locale)
  if (!groups.length) return []
  const stems = new Set([...head.terms, ...body.terms].map(stem))
  const isHere = (words: string[]) => words.length > 0 && words.every(word => stems.has(stem(word)))
  return groups.filter(group => group.some(phrase => isHere(tokenize(phrase).filter(word => !stop.has(word)))))
}
