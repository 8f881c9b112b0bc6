import { rectangleOf, type Shape, type Size } from './shapes.ts'

/** Seen on light and on dark: a strong line with a pale edge. */
const line = '#e03131'
const edge = '#fff'
const marker = '#ffd43b'
const black = '#000'

/** The width of a line, in pixels of the picture. */
export const lineWidth = ({ width, height }: Size) => Math.max(3, Math.round(Math.max(width, height) / 320))

/** Draws what was drawn into the pixels of a picture of that size. A crop is no pixel: see `flatten`. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[], size: Size) {
  const width = lineWidth(size)
  for (const shape of shapes) {
    const { x, y, width: wide, height: high } = rectangleOf(shape)
    context.save()
    context.lineJoin = context.lineCap = 'round'
    if (shape.tool === 'box') {
      stroke(context, width, () => context.strokeRect(x, y, wide, high))
    } else if (shape.tool === 'arrow') {
      stroke(context, width * 1.4, () => arrow(context, shape, width))
    } else if (shape.tool === 'highlight') {
      // As a marker does: what is dark stays to be read.
      context.globalCompositeOperation = 'multiply'
      context.fillStyle = marker
      context.fillRect(x, y, wide, high)
      // And over it, thinly: on a dark page a marker alone would not be seen.
      context.globalCompositeOperation = 'source-over'
      context.globalAlpha = 0.3
      context.fillRect(x, y, wide, high)
    } else if (shape.tool === 'black') {
      context.fillStyle = black
      // Whole pixels, outward: half of one would let something through.
      const [left, top] = [Math.floor(x), Math.floor(y)]
      context.fillRect(left, top, Math.ceil(x + wide) - left, Math.ceil(y + high) - top)
    }
    context.restore()
  }
}

function stroke(context: CanvasRenderingContext2D, width: number, draw: () => void) {
  for (const [colour, lineWidth] of [[edge, width * 1.9], [line, width]] as const) {
    context.strokeStyle = colour
    context.lineWidth = lineWidth
    draw()
  }
}

function arrow(context: CanvasRenderingContext2D, { from, to }: Shape, width: number) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const head = Math.min(width * 6, Math.hypot(to.x - from.x, to.y - from.y) * 0.6)
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  for (const side of [-0.5, 0.5]) {
    context.moveTo(to.x, to.y)
    context.lineTo(to.x - head * Math.cos(angle + side), to.y - head * Math.sin(angle + side))
  }
  context.stroke()
}

/** Dims what the crop will take away, while it is still there. */
export function paintCrop(context: CanvasRenderingContext2D, crop: Shape, { width, height }: Size) {
  const box = rectangleOf(crop)
  context.save()
  context.fillStyle = 'rgb(0 0 0 / 0.6)'
  context.beginPath()
  context.rect(0, 0, width, height)
  context.rect(box.x, box.y, box.width, box.height)
  context.fill('evenodd')
  context.restore()
}
