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
  return [...Array(highest - lowest + 1).keys()].map(i => lowest + i)
}

export const highest = (scale: Scale): number => ends[scale][1]

export const isScale = (scale: string): scale is Scale => Object.hasOwn(ends, scale)

/** What the ends of the scale mean, in its standard wording; thumbs and stars speak for themselves. */
export function endsOf(scale: Scale, say: Say): { readonly low: string; readonly high: string } | undefined {
  return scale === 'csat' || scale === 'ces' || scale === 'nps' ? { low: say(`rating.${scale}.low`), high: say(`rating.${scale}.high`) } : undefined
}

/** What a value is called, for those who do not see where it stands: at the ends, with what that end means. */
export function nameOf(scale: Scale, value: number, say: Say): string {
  if (scale === 'thumbs') return say(value ? 'rating.good' : 'rating.bad')
  const [lowest, highest] = ends[scale]
  const named = endsOf(scale, say)
  const end = value === lowest ? named?.low : value === highest ? named?.high : undefined
  return end ? say('rating.end', { value, max: highest, end }) : say('rating.value', { value, max: highest })
}

// The upper limit of what is bad news, as the standards have it: NPS calls 0 to 6 detractors.
const bad: { readonly [scale in Scale]: number } = { thumbs: 0, csat: 2, ces: 2, nps: 6, stars: 2 }

/** Whether somebody had better step in. */
export const isBad = (scale: Scale, value: number): boolean => value <= bad[scale]
