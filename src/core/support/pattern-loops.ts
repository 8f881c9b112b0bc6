import { type PatternGraph, Unfit } from './pattern-graph.ts'

/** Steps after which a pattern counts as one that cannot be judged. */
const budget = 400_000

/**
 * How the time for the worst text grows with its length: `Infinity` is exponentially, 1 and more is the power, for a match
 * that begins at one given place.
 *
 * After Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers" (2016): exponential
 * where a loop can read one text in two ways; a power more for each two loops, one after the other, that can share a text.
 * @throws {Unfit} when that would take too long to find out.
 */
export function growth({ takes, next }: PatternGraph): number {
  let steps = 0
  const spend = () => {
    if (++steps > budget) throw new Unfit('it is too tangled to be looked through')
  }
  const rings = ringsOf(next)
  const within = (place: number, ring: number) => [...next[place]!.keys()].filter(other => rings[other] === ring)

  if (rings.some((ring, place) => ring >= 0 && within(place, ring).some(other => next[place]!.get(other)! > 1))) return Infinity

  /** From where two readers stand, both at one place, to where they may stand; back again is a text read in two ways. */
  const readTwice = (start: number): boolean => {
    const ring = rings[start]!
    const size = takes.length
    const cameFrom = new Map<number, number[]>()
    const waiting = [start * size + start]
    const seen = new Set(waiting)
    for (const at of waiting) {
      for (const one of within(Math.floor(at / size), ring)) {
        for (const other of within(at % size, ring)) {
          spend()
          if (!(takes[one]! & takes[other]!)) continue
          const to = one * size + other
          cameFrom.set(to, [...(cameFrom.get(to) ?? []), at])
          if (!seen.has(to)) seen.add(to), waiting.push(to)
        }
      }
    }
    const back = new Set([start * size + start])
    for (const at of back) for (const from of cameFrom.get(at) ?? []) back.add(from)
    return [...back].some(at => Math.floor(at / size) !== at % size)
  }

  /** Whether a text can be read by staying in the first loop, by staying in the second, and by going from one to the other. */
  const share = (start: number, end: number): boolean => {
    const goal = `${start} ${end} ${end}`
    const waiting: [number, number, number][] = [[start, start, end]]
    const seen = new Set([waiting[0]!.join(' ')])
    for (const [one, between, other] of waiting) {
      for (const nextOne of within(one, rings[start]!)) {
        for (const nextOther of within(other, rings[end]!)) {
          spend()
          const both = takes[nextOne]! & takes[nextOther]!
          if (!both) continue
          for (const nextBetween of next[between]!.keys()) {
            spend()
            if (!(both & takes[nextBetween]!)) continue
            const key = `${nextOne} ${nextBetween} ${nextOther}`
            if (key === goal) return true
            if (!seen.has(key)) seen.add(key), waiting.push([nextOne, nextBetween, nextOther])
          }
        }
      }
    }
    return false
  }

  const places = [...rings.keys()].filter(place => rings[place]! >= 0)
  if (places.some(readTwice)) return Infinity
  // A loop's places lie in the order of the pattern, and so do the loops: what comes later is known already.
  const powers = new Map<number, number>()
  for (const place of places.toReversed()) {
    const later = places.filter(other => other > place && rings[other] !== rings[place] && share(place, other))
    const power = 1 + Math.max(0, ...later.map(other => powers.get(rings[other]!)!))
    powers.set(rings[place]!, Math.max(power, powers.get(rings[place]!) ?? 0))
  }
  return Math.max(0, ...powers.values())
}

/** By place: the loop it is in, named by its first place; -1 for none. Places on each other's way are in one loop. */
function ringsOf(next: PatternGraph['next']): number[] {
  const reach = next.map((_, start) => {
    const reached = new Set(next[start]!.keys())
    for (const place of reached) for (const other of next[place]!.keys()) reached.add(other)
    return reached
  })
  return reach.map((reached, place) => (reached.has(place) ? reach.findIndex((from, other) => reached.has(other) && from.has(place)) : -1))
}
