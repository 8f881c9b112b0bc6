import type { Scale } from '../../core/issue/issue.ts'
import type { Say } from './say.ts'

const ends: { readonly [scale in Scale]: readonly [lowest: number, highest: number] } = {
  thumbs: [0, 1],
  csat: [1, 5],
  ces: [1, 7],
  nps: [0, 10],
  stars: [1, 5],
}

/** The values of a standard scale, lowest first; thumbs begin with the good one, as one reaches for it. */
export function valuesOf(scale: Scale): number[] {
  if (scale === 'thumbs') return [1, 0]
  const [lowest, highest] = ends[scale]
  return Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i)
}

export const highest = (scale: Scale): number => ends[scale][1]

export const isScale = (scale: string): scale is Scale => Object.hasOwn(ends, scale)

/** What a value is called, for those who do not see where it stands. */
export function nameOf(scale: Scale, value: number, say: Say): string {
  if (scale === 'thumbs') return say(value ? 'rating.good' : 'rating.bad')
  return say('rating.value', { value, max: highest(scale) })
}
