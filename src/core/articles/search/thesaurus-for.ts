import { tokenize } from '../terms.ts'
import type { Collection } from './collect.ts'
import { languageOf } from './language.ts'
import { telling } from './synonyms.ts'
import { thesaurusOf } from './thesaurus-of.ts'

/** Of the words customers use for the same thing those groups of which something stands in these articles. */
export async function thesaurusFor(locale: string, { head, body }: Collection): Promise<readonly (readonly string[])[]> {
  const [{ stem, stop }, groups] = await Promise.all([languageOf(locale), thesaurusOf(locale)])
  if (!groups.length) return []
  const stems = new Set([...head.terms, ...body.terms].map(stem))
  return groups.filter(group => group.some(phrase => telling(tokenize(phrase), stop).every(word => stems.has(stem(word)))))
}
