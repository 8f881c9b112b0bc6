import { readdirSync, readFileSync } from 'node:fs'
import { hash } from '../../src/core/support/hash.ts'

export interface Query {
  /** The set of articles it is asked of (`shop`, `npm`, `ar`). */
  collection: string
  text: string
  /** Any of these is a right answer. */
  answers: string[]
  /** A third, chosen by its text alone: nobody looks at these while improving the search, so they say what it is worth. */
  heldOut: boolean
}

const folder = new URL('queries/', import.meta.url)

/** All queries, by what makes them difficult. A file for each class: collection, query and right articles, between tabs. */
export const queries: ReadonlyMap<string, readonly Query[]> = new Map(readdirSync(folder).sort().map(file => [
  file.replace('.tsv', ''),
  readFileSync(new URL(file, folder), 'utf8').trim().split('\n').map(line => {
    const [collection = '', text = '', answers = ''] = line.split('\t')
    return { collection, text, answers: answers.split(' '), heldOut: parseInt(hash(text).slice(-4), 16) % 3 === 0 }
  }),
]))
