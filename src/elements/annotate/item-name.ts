import type { Say } from '../shared/say.ts'
import { rectangleOf, type Shape, type Size } from './shapes.ts'

/** What a shape is called among its like: "Black box 2 of 3". */
export function itemName(shape: Shape, shapes: readonly Shape[], say: Say): string {
  const alike = shapes.filter(({ tool }) => tool === shape.tool)
  return say(`picture.item.${shape.tool}`, { number: alike.findIndex(({ id }) => id === shape.id) + 1, count: alike.length })
}

/** Where it is and how large, for those who do not see it. */
export function whereabouts(shape: Shape, { width, height }: Size, say: Say): string {
  const box = rectangleOf(shape)
  const share = (part: number, whole: number) => Math.round((100 * part) / whole)
  return say('picture.where', { left: share(box.x, width), top: share(box.y, height), wide: share(box.width, width), high: share(box.height, height) })
}
