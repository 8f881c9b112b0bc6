export const tools = ['box', 'arrow', 'highlight', 'black', 'crop'] as const
export type Tool = (typeof tools)[number]

/** In pixels of the picture, from its upper left corner. */
export interface Point { readonly x: number; readonly y: number }
export interface Size { readonly width: number; readonly height: number }
export interface Rectangle extends Point, Size {}

/** One thing drawn: from where the finger came down to where it left. */
export interface Shape {
  readonly id: number
  readonly tool: Tool
  readonly from: Point
  readonly to: Point
}

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most)

export const kept = (point: Point, { width, height }: Size): Point => ({ x: between(0, point.x, width), y: between(0, point.y, height) })

export function rectangleOf({ from, to }: Pick<Shape, 'from' | 'to'>): Rectangle {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
}

/** Of a third of the picture, around its middle; an arrow points at the middle. */
export function inMiddle(tool: Tool, id: number, { width, height }: Size): Shape {
  const at = (x: number, y: number): Point => ({ x: width * x, y: height * y })
  if (tool === 'arrow') return { id, tool, from: at(0.3, 0.7), to: at(0.5, 0.5) }
  return tool === 'crop' ? { id, tool, from: at(0.1, 0.1), to: at(0.9, 0.9) } : { id, tool, from: at(0.33, 0.4), to: at(0.67, 0.6) }
}

/** Elsewhere, as far as the picture goes. */
export function moved<T extends Shape>(shape: T, dx: number, dy: number, { width, height }: Size): T {
  const { x, y, width: wide, height: high } = rectangleOf(shape)
  const [right, down] = [between(-x, dx, width - wide - x), between(-y, dy, height - high - y)]
  const by = (point: Point): Point => ({ x: point.x + right, y: point.y + down })
  return { ...shape, from: by(shape.from), to: by(shape.to) }
}

/** With its second corner, or the point of the arrow, elsewhere. */
export function resized<T extends Shape>(shape: T, dx: number, dy: number, size: Size): T {
  return { ...shape, to: kept({ x: shape.to.x + dx, y: shape.to.y + dy }, size) }
}

/** Whether a point is on the shape, or as near as `slack`. */
export function isAt(shape: Shape, { x, y }: Point, slack: number): boolean {
  const box = rectangleOf(shape)
  return x >= box.x - slack && y >= box.y - slack && x <= box.x + box.width + slack && y <= box.y + box.height + slack
}

/** Large enough to be meant. */
export function isMeant(shape: Shape, least: number): boolean {
  const { width, height } = rectangleOf(shape)
  return shape.tool === 'arrow' ? Math.hypot(width, height) >= least : width >= least && height >= least
}
