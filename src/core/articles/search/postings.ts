/** Where a term stands: documents in rising order, and how much each of them is about it, from 1 to `levels`. */
export interface Postings {
  documents: number[]
  levels: number[]
  /** In how many documents it stands, also where only the best of them are listed. */
  count: number
}

export const levels = 26

/**
 * As text: for each document its distance to the one before, less one, in base 36 (nothing for 0), then its level as a capital.
 * `3!` at the beginning: it stands in three, of which only the best are here.
 */
export function packPostings({ documents, levels, count }: Postings): string {
  let before = -1
  const list = documents.map((document, index) => {
    const distance = document - before - 1
    before = document
    return (distance ? distance.toString(36) : '') + String.fromCharCode(64 + levels[index]!)
  })
  return (count > documents.length ? `${count.toString(36)}!` : '') + list.join('')
}

/** What is no list of these is an empty one; what would lie beyond `total` is left out. */
export function unpackPostings(text: string, total: number): Postings {
  const documents: number[] = []
  const levels: number[] = []
  let before = -1
  let distance = 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 96) distance = distance * 36 + code - 87
    else if (code > 64) {
      before += distance + 1
      distance = 0
      if (before >= total) break
      documents.push(before)
      levels.push(code - 64)
    } else if (code > 47) distance = distance * 36 + code - 48
    else [count, distance] = [distance, 0]
  }
  return { documents, levels, count: Math.max(count, documents.length) }
}
