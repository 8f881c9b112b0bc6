import type { Collected, Collection } from './collect.ts'
import type { Dictionary, Shelf } from './shelf.ts'

/** A shelf that was made here and stays in memory. */
export function memoryShelf({ total, head, body, boosts }: Collection): Shelf {
  const texts = dictionary(body)
  return { total, boosts, head: dictionary(head), body: () => texts, local: true }
}

const dictionary = ({ terms, lists }: Collected): Dictionary => ({ terms, postings: at => lists[at]! })
