import type { Shape } from './shapes.ts'

/** What has been drawn so far, and the way back. */
export class Drawing {
  shapes: readonly Shape[] = []
  #past: (readonly Shape[])[] = []
  #streak: string | undefined
  #next = 1

  /** Something can be undone. */
  get isTouched(): boolean {
    return this.#past.length > 0
  }

  newId(): number {
    return this.#next++
  }

  /**
   * Adds a shape, or puts it in the place of the one with its id. There is one crop at most.
   * @param streak steps of the same streak in a row are undone together, such as many presses of one arrow key.
   */
  put(shape: Shape, streak?: string) {
    const isKnown = this.shapes.some(({ id }) => id === shape.id)
    const others = this.shapes.filter(({ id, tool }) => id === shape.id || tool !== 'crop' || shape.tool !== 'crop')
    this.#step(isKnown ? others.map(each => (each.id === shape.id ? shape : each)) : [...others, shape], streak)
  }

  remove(id: number) {
    this.#step(this.shapes.filter(shape => shape.id !== id))
  }

  undo() {
    this.shapes = this.#past.pop() ?? this.shapes
    this.#streak = undefined
  }

  #step(shapes: readonly Shape[], streak?: string) {
    if (streak === undefined || streak !== this.#streak) this.#past.push(this.shapes)
    this.#streak = streak
    this.shapes = shapes
  }
}
