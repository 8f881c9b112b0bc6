/** The place of the first of a sorted list that is not before the wanted. */
export function placeOf<T extends string | number>(sorted: readonly T[], wanted: T): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The places of all that begin like this: from, up to. */
export const rangeOf = (sorted: readonly string[], beginning: string): [from: number, to: number] =>
  [placeOf(sorted, beginning), placeOf(sorted, `${beginning}\uffff`)]

/** The place of the last that is not beyond the wanted, or -1. */
export function lastOf<T extends string | number>(sorted: readonly T[], wanted: T): number {
  let place = placeOf(sorted, wanted)
  while (sorted[place] === wanted) place++
  return place - 1
}
