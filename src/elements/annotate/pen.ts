import type { Drawing } from './drawing.ts'
import { beginGesture, tapped, type Gesture } from './gesture.ts'
import { isMeant, type Point, type Shape, type Size, type Tool } from './shapes.ts'

// How near is near enough, and how much is meant, in CSS pixels: a fingertip, and a slip of it.
const reach = 22
const slip = 6

/** In pixels of the picture; `scale` of them are one CSS pixel. */
export interface PenPoint extends Point { readonly scale: number }

/** What a pointer that went down here is about: the picture's size, what is drawn, what is chosen, with what. */
export interface Paper { readonly size: Size; readonly drawing: Drawing; readonly chosen: Shape | undefined; readonly tool: Tool }

/** What a mouse, a finger or a stylus is doing between down and up. */
export class Pen {
  #gesture: Gesture | undefined
  /** What would be drawn if it went up now. */
  #passing: Shape | undefined

  get isDown(): boolean {
    return this.#gesture !== undefined
  }

  down(at: PenPoint, { size, drawing, chosen, tool }: Paper) {
    this.#gesture = beginGesture(at, chosen, { tool, id: drawing.newId() }, size, reach * at.scale)
  }

  move(at: PenPoint) {
    this.#passing = this.#gesture?.at(at)
  }

  /** What has been drawn or changed; else the id of what was tapped, undefined where that is nothing. */
  up(at: PenPoint, shapes: readonly Shape[]): { readonly drawn?: Shape; readonly tapped?: number | undefined } {
    const gesture = this.#gesture
    this.lose()
    if (!gesture) return {}
    const shape = gesture.at(at)
    const { before } = gesture
    const isDrawn = before ? JSON.stringify(before) !== JSON.stringify(shape) : isMeant(shape, slip * at.scale)
    if (isDrawn && isMeant(shape, at.scale)) return { drawn: shape }
    return { tapped: tapped(shapes, at, (reach / 2) * at.scale)?.id }
  }

  lose() {
    this.#gesture = this.#passing = undefined
  }

  /** What there is, with what the pointer is about to do to it. */
  over(shapes: readonly Shape[]): readonly Shape[] {
    const passing = this.#passing
    if (!passing) return shapes
    return this.#gesture?.before ? shapes.map(shape => (shape.id === passing.id ? passing : shape)) : [...shapes, passing]
  }
}
