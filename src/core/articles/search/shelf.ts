import type { Postings } from './postings.ts'

/** Sorted terms, and where each of them stands. */
export interface Dictionary {
  readonly terms: readonly string[]
  /** By the term's place. */
  postings(at: number): Postings | Promise<Postings>
}

/** What the engine looks things up in: made in memory, or fetched in pieces. */
export interface Shelf {
  /** How many documents there are. */
  readonly total: number
  /** The terms of all titles. */
  readonly head: Dictionary
  /** The terms of everything else: at least those with the same first letter as the word. */
  body(word: string): Dictionary | Promise<Dictionary>
  /** Whether all of it is here already, so that looking twice costs nothing. */
  readonly local: boolean
  /** By document; those that are not 1. */
  readonly boosts: ReadonlyMap<number, number>
}
