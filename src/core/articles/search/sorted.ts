/** The place of the first of the sorted texts that is not before this one. */
export function placeOf(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The places of all that begin like this: from, up to. */
export const rangeOf = (sorted: readonly string[], beginning: string): [from: number, to: number] =>
  [placeOf(sorted, beginning), placeOf(sorted, `${beginning}\uffff`)]
