/** A rectangle; in the view's CSS pixels, from its upper left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const isThere = (box: Box) => box.right > box.left && box.bottom > box.top

/** What both have in common; undefined where they do not meet. */
export function overlap(one: Box, other: Box): Box | undefined {
  const box = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
  return isThere(box) ? box : undefined
}

/** Larger by so much on each side; smaller where it is negative. */
export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by })

export const covers = (one: Box, other: Box): boolean =>
  one.left <= other.left && one.top <= other.top && one.right >= other.right && one.bottom >= other.bottom

/** What is left of a box once `hole` is taken out of it: up to four. */
export function without(box: Box, hole: Box): readonly Box[] {
  const middle = overlap(box, hole)
  if (!middle) return [box]
  return [
    { ...box, bottom: middle.top },
    { ...box, top: middle.bottom },
    { left: box.left, top: middle.top, right: middle.left, bottom: middle.bottom },
    { left: middle.right, top: middle.top, right: box.right, bottom: middle.bottom },
  ].filter(isThere)
}
