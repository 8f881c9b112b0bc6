import { isAt, isMeant, kept, moved, resized, type Point, type Shape, type Size, type Tool } from './shapes.ts'

/** What a pointer is doing between going down and going up. */
export interface Gesture {
  /** The shape as it would be if the pointer went up now. */
  at(point: Point): Shape
  /** What was there to be changed; undefined for a new one. */
  readonly before: Shape | undefined
}

/** On the corner of what is chosen it changes the size, on it the place; anywhere else something new begins. */
export function beginGesture(down: Point, chosen: Shape | undefined, fresh: { tool: Tool; id: number }, size: Size, slack: number): Gesture {
  const begin = kept(down, size)
  if (chosen && Math.hypot(down.x - chosen.to.x, down.y - chosen.to.y) <= slack) {
    return { before: chosen, at: ({ x, y }) => resized(chosen, x - down.x, y - down.y, size) }
  }
  if (chosen && isAt(chosen, down, 0)) return { before: chosen, at: ({ x, y }) => moved(chosen, x - down.x, y - down.y, size) }
  return { before: undefined, at: point => ({ ...fresh, from: begin, to: kept(point, size) }) }
}

/** What a tap chooses: the uppermost shape there. */
export const tapped = (shapes: readonly Shape[], point: Point, slack: number): Shape | undefined =>
  shapes.findLast(shape => isAt(shape, point, slack))

/** What a key does to a shape: arrows move it, with Shift they change its size. Undefined for other keys. */
export function keyed(shape: Shape, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, size: Size): Shape | undefined {
  const step = Math.max(1, Math.round(Math.max(size.width, size.height) / 100))
  const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key] ?? []
  if (dx === undefined || dy === undefined) return undefined
  if (!shiftKey) return moved(shape, dx, dy, size)
  const larger = resized(shape, dx, dy, size)
  // It never vanishes under the fingers.
  return isMeant(larger, step) ? larger : shape
}
