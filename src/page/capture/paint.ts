import type { Box } from './box.ts'
import { ink } from './cover.ts'

/** Opaque boxes, in the view's CSS pixels. */
export function paintBoxes(canvas: HTMLCanvasElement, boxes: readonly Box[], scale: number) {
  const context = canvas.getContext('2d')!
  context.fillStyle = ink
  for (const { left, top, right, bottom } of boxes) {
    const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)]
    context.fillRect(x, y, Math.ceil(right * scale) - x, Math.ceil(bottom * scale) - y)
  }
}

/** The drawing on the colour that the window has where the page has none. */
export function paintPaper(drawing: HTMLCanvasElement, { document }: Window): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width
  canvas.height = drawing.height
  const context = canvas.getContext('2d')!
  const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement)
  const isDark = /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches)
  // One on the other: each of them may be transparent.
  for (const colour of [isDark ? '#121212' : '#fff', getComputedStyle(document.body).backgroundColor, backgroundColor]) {
    context.fillStyle = colour
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(drawing, 0, 0)
  return canvas
}
