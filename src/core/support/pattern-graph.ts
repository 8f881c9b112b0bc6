import type { PatternTree } from './pattern-tree.ts'

/**
 * The characters of a pattern as places, and which may follow which: Glushkov's automaton, with the number of ways
 * from one place to the next, because two ways that a loop can take are what makes a pattern exponential.
 */
export interface PatternGraph {
  /** What each place takes: one bit for each kind of character that the pattern tells apart. */
  readonly takes: readonly bigint[]
  /** By place: what may follow, and in how many ways, counted up to 2. */
  readonly next: readonly ReadonlyMap<number, number>[]
}

type Ways = Map<number, number>
interface Part { first: Ways; last: Ways; empty: number }

/** More places than this are not looked through. */
const mostPlaces = 300
// A fixed number of times is written out up to here; more of the same changes nothing for what is looked for.
const mostCopies = 64
// What has a length of its own choosing and comes this often, comes without end for all that matters.
const often = 5

/** Where a pattern cannot be judged, or what is in it is refused wherever it stands. */
export class Unfit extends Error {}

const twoAtMost = (ways: number) => Math.min(ways, 2)

/** @throws {Unfit} */
export function patternGraph(tree: PatternTree, setOf: (source: string) => bigint): PatternGraph {
  const takes: bigint[] = []
  const next: Ways[] = []

  const add = (to: Ways, from: Ways, times = 1) => {
    for (const [place, ways] of from) to.set(place, twoAtMost((to.get(place) ?? 0) + ways * times))
  }
  const link = (last: Ways, first: Ways) => {
    for (const [place, ways] of last) add(next[place]!, first, ways)
  }
  const nothing = (): Part => ({ first: new Map(), last: new Map(), empty: 1 })
  const then = (one: Part, other: Part): Part => {
    link(one.last, other.first)
    const [first, last] = [new Map(one.first), new Map(other.last)]
    if (one.empty) add(first, other.first, one.empty)
    if (other.empty) add(last, one.last, other.empty)
    return { first, last, empty: twoAtMost(one.empty * other.empty) }
  }

  const build = (node: PatternTree): Part => {
    switch (node.type) {
      case 'set': {
        if (takes.length >= mostPlaces) throw new Unfit('it is too long to be looked through')
        const place = takes.push(setOf(node.source)) - 1
        next.push(new Map())
        return { first: new Map([[place, 1]]), last: new Map([[place, 1]]), empty: 0 }
      }
      case 'row': return node.parts.map(build).reduce(then, nothing())
      case 'either': {
        const all: Part = { ...nothing(), empty: 0 }
        for (const part of node.parts.map(build)) {
          add(all.first, part.first)
          add(all.last, part.last)
          all.empty = twoAtMost(all.empty + part.empty)
        }
        return all
      }
      case 'repeat': return repeat(node.part, node.min, node.max)
      case 'look': return nothing()
      case 'again': throw new Unfit('it refers back to what a group matched')
      case 'switch': throw new Unfit('it switches flags within itself')
    }
  }

  const repeat = (node: PatternTree, min: number, max: number): Part => {
    const varies = hasChoice(node)
    const endless = max > mostCopies && max > min || (varies && max >= often)
    let all = nothing()
    for (let copy = 0; copy < Math.min(endless ? min - 1 : min, mostCopies); copy++) all = then(all, build(node))
    if (endless) {
      const loop = build(node)
      if (loop.empty) throw new Unfit('it repeats what may be empty')
      link(loop.last, loop.first)
      return then(all, { ...loop, empty: min ? loop.empty : 1 })
    }
    let rest: Part | undefined
    for (let copy = min; copy < max && min <= mostCopies; copy++) {
      const part = build(node)
      if (part.empty && max > 1) throw new Unfit('it repeats what may be empty')
      rest = { ...(rest ? then(part, rest) : part), empty: 1 }
    }
    return rest ? then(all, rest) : all
  }

  build(tree)
  return { takes, next }
}

/** Whether a part can match texts of several lengths or the same text in several ways. */
export function hasChoice(node: PatternTree): boolean {
  switch (node.type) {
    case 'row': return node.parts.some(hasChoice)
    case 'either': return true
    case 'repeat': return node.min !== node.max || hasChoice(node.part)
    default: return false
  }
}
