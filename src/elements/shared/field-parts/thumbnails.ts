import type { Attachment } from '../../../core/issue/issue.ts'
import { decoded } from './thumbnail.ts'

// In device pixels: twice of what is shown.
const edge = 88

/** Small pictures of pictures, each drawn once. On a canvas: pages may allow no pictures from memory. */
export class Thumbnails {
  readonly #drawn = new Map<string, HTMLCanvasElement>()

  /** Undefined for what is no picture. */
  of(file: Attachment): HTMLCanvasElement | undefined {
    const { id, type } = file
    if (!type.startsWith('image/')) return undefined
    let canvas = this.#drawn.get(id)
    if (!canvas) {
      canvas = Object.assign(document.createElement('canvas'), { width: edge, height: edge, ariaHidden: 'true' })
      this.#drawn.set(id, canvas)
      // One that cannot be drawn stays a quiet square; its name stands beside it.
      void draw(canvas, file).catch(() => {})
    }
    return canvas
  }

  forget(id: string) {
    this.#drawn.delete(id)
  }
}

/** The middle of the picture, filling the square. */
async function draw(canvas: HTMLCanvasElement, picture: Attachment) {
  const bitmap = await decoded(picture)
  const side = Math.min(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, edge, edge)
  bitmap.close()
}
