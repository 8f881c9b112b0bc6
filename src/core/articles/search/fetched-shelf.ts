import { EarshotError } from '../../support/errors.ts'
import type { LocaleIndex, PackedTerms } from '../index-format.ts'
import { onceEach } from '../once-each.ts'
import { unpackTerms } from './front-coding.ts'
import { unpackPostings, type Postings } from './postings.ts'
import type { Dictionary, Shelf } from './shelf.ts'
import { lastOf } from './sorted.ts'

/** A shelf whose pieces are fetched when they are looked into. */
export function fetchedShelf(
  { total, boosts = {}, head: held, body, parts }: LocaleIndex, head: PackedTerms | undefined, fetchPart: (file: string) => Promise<unknown>,
): Shelf {
  const more = { total, boosts: new Map(Object.entries(boosts).map(([position, boost]) => [Number(position), boost])) }
  const titles = dictionary(head ?? held ?? { terms: '', postings: '' }, total)
  if (!parts) {
    const texts = dictionary(body ?? { terms: '', postings: '' }, total)
    return { ...more, head: titles, body: () => texts, local: true }
  }
  const { folder, vocabulary, postings } = parts
  const text = async (name: string) => {
    const file = `${folder}/${name}.json`
    const value = await fetchPart(file)
    if (typeof value !== 'string') throw new EarshotError('articles/bad-index', `${file} holds no part of an index: expected a text`, { file })
    return value
  }
  const lists = onceEach(async number => (await text(`p${number}`)).split(' '))
  const terms = onceEach(async (number): Promise<Dictionary> => {
    const first = vocabulary.at[Number(number)] ?? 0
    return {
      terms: unpackTerms(await text(`v${number}`)),
      postings: remember(async at => {
        const shard = lastOf(postings, first + at)
        return unpackPostings((await lists(String(shard)))[first + at - postings[shard]!] ?? '', total)
      }),
    }
  })
  const nothing: Dictionary = { terms: [], postings: () => unpackPostings('', total) }
  return {
    ...more, head: titles, local: false,
    body: word => {
      const number = lastOf(vocabulary.first, word.charAt(0))
      return number < 0 ? nothing : terms(String(number))
    },
  }
}

function dictionary({ terms, postings }: PackedTerms, total: number): Dictionary {
  const lists = postings.split(' ')
  return { terms: unpackTerms(terms), postings: remember(at => unpackPostings(lists[at] ?? '', total)) }
}

function remember<T extends Postings | Promise<Postings>>(make: (at: number) => T): (at: number) => T {
  const made = new Map<number, T>()
  return at => {
    const known = made.get(at)
    if (known) return known
    const fresh = make(at)
    made.set(at, fresh)
    // What could not be fetched may be there the next time.
    if (fresh instanceof Promise) fresh.catch(() => made.delete(at))
    return fresh
  }
}
