import { paintShapes } from './paint-shapes.ts'
import { rectangleOf, type Shape, type Size } from './shapes.ts'

export type Picture = CanvasImageSource & Size

/** One layer of pixels, with what was drawn burnt in and what was cut away not there: nothing hidden travels. */
export function flatten(picture: Picture, shapes: readonly Shape[]): HTMLCanvasElement {
  const crop = shapes.find(({ tool }) => tool === 'crop')
  const { x, y, width, height } = crop ? rectangleOf(crop) : { x: 0, y: 0, width: picture.width, height: picture.height }
  const [left, top] = [Math.round(x), Math.round(y)]
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d')!
  // What is transparent, as in pictures from the device, is on white.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(-left, -top)
  context.drawImage(picture, 0, 0)
  paintShapes(context, shapes, picture)
  return canvas
}
