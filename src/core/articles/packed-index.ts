/** The engine's own plain form. */
export interface PlainIndex {
  documentCount: number
  nextId: number
  documentIds: Record<string, unknown>
  fieldIds: Record<string, number>
  fieldLength: Record<string, (number | null | undefined)[]>
  averageFieldLength: (number | null | undefined)[]
  storedFields: Record<string, unknown>
  dirtCount: number
  index: [term: string, fields: Record<string, Record<string, number>>][]
  serializationVersion: number
}

/**
 * The same in a third of the bytes: documents are numbers from 0, words are sorted and leave out what they share with the one
 * before, and each word's documents are distances to the one before.
 */
export interface PackedIndex {
  fields: string[]
  /** Words per document and field, one document after the other. */
  lengths: number[]
  averages: number[]
  /** `4ing`: the first four letters of the word before, then `ing`. The number is in base 36; words are separated by spaces. */
  terms: string
  /**
   * In the order of the terms, `;` between fields: the field's number, then for each document its distance (base 36)
   * and how often (`,` once, `B` twice …).
   */
  postings: string
}

const often = 26

/** Takes for granted that the documents' ids are their numbers, counted from 0. */
export function pack({ fieldIds, fieldLength, averageFieldLength, documentCount, index }: PlainIndex): PackedIndex {
  const fields = Object.keys(fieldIds)
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : 1))
  let before = ''
  const terms = sorted.map(([term]) => {
    let shared = 0
    while (shared < 35 && shared < term.length && term[shared] === before[shared]) shared++
    before = term
    return shared.toString(36) + term.slice(shared)
  })
  const postings = sorted.map(([, byField]) => Object.entries(byField).map(([field, documents]) => {
    let last = -1
    return field + Object.entries(documents).map(([document, times]) => {
      const distance = Number(document) - last
      last = Number(document)
      return distance.toString(36) + (times === 1 ? ',' : String.fromCharCode(64 + Math.min(times, often)))
    }).join('')
  }).join(';'))
  return {
    fields,
    lengths: Array.from({ length: documentCount }, (_, id) => fields.map((_, field) => fieldLength[id]?.[field] ?? 0)).flat(),
    averages: fields.map((_, field) => Math.round((averageFieldLength[field] ?? 0) * 100) / 100),
    terms: terms.join(' '),
    postings: postings.join(' '),
  }
}

/** The plain form again. Throws what comes up for something that is not packed like this; how often a word occurs is at most 26. */
export function unpack({ fields, lengths, averages, terms, postings }: PackedIndex): PlainIndex {
  const documentCount = lengths.length / fields.length
  const ids = Array.from({ length: documentCount }, (_, id) => id)
  const lists = postings ? postings.split(' ') : []
  let before = ''
  return {
    documentCount, nextId: documentCount, dirtCount: 0, serializationVersion: 2, averageFieldLength: averages, storedFields: {},
    documentIds: Object.fromEntries(ids.map(id => [id, id])),
    fieldIds: Object.fromEntries(fields.map((field, id) => [field, id])),
    fieldLength: Object.fromEntries(ids.map(id => [id, lengths.slice(id * fields.length, (id + 1) * fields.length)])),
    index: (terms ? terms.split(' ') : []).map((coded, position) => {
      before = before.slice(0, parseInt(coded.charAt(0), 36)) + coded.slice(1)
      const byField = (lists[position] ?? '').split(';').map(list => [list.charAt(0), documentsIn(list)] as const)
      return [before, Object.fromEntries(byField)]
    }),
  }
}

function documentsIn(list: string): Record<string, number> {
  let last = -1
  const documents: Record<string, number> = {}
  for (const [, distance = '', times = ''] of list.slice(1).matchAll(/([\da-z]+)([,B-Z])/g)) {
    last += parseInt(distance, 36)
    documents[last] = times === ',' ? 1 : times.charCodeAt(0) - 64
  }
  return documents
}
