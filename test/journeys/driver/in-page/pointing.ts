import { ancestors, elementAt, flatParent } from './flat-tree.ts'
import { nameOf, roleOf } from './queries.ts'

export type Point = { x: number; y: number } | { problem: string }

const frame = () =>
  new Promise<void>(resolve => {
    // A page in the background draws no frames.
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() => (clearTimeout(timer), resolve()))
  })

/** The first box of an element: a link that breaks over two lines has two. */
const boxOf = (element: Element) => element.getClientRects()[0] ?? element.getBoundingClientRect()

const isWithin = ({ top, left, bottom, right }: DOMRect) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth

/** A press on a label is a press on its field, and the other way round. */
function reaches(hit: Element, target: Element): boolean {
  if (hit === target) return true
  for (const element of ancestors(hit)) if (element === target) return true
  const label = hit.closest('label')
  return label?.control === target || (target instanceof HTMLLabelElement && target.control === hit)
}

const describe = (element: Element) => {
  const parent = flatParent(element)
  return `<${element.localName}${element.className && typeof element.className === 'string' ? ` class="${element.className}"` : ''}>`
    + ` (${roleOf(element)} ${JSON.stringify(nameOf(element).slice(0, 60))})${parent ? ` in <${parent.localName}>` : ''}`
}

/** Where to press an element: scrolled into view, no longer moving, and not under something else. */
export async function pointAt(element: Element): Promise<Point> {
  const show = () => element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  if (!isWithin(boxOf(element))) show()
  const point = await restingPoint(element)
  if ('problem' in point || isHit(point, element)) return point
  // Within the window, but scrolled out of what it lies in.
  show()
  const again = await restingPoint(element)
  if ('problem' in again || isHit(again, element)) return again
  const hit = elementAt(again.x, again.y)
  return { problem: hit ? `it is covered by ${describe(hit)}` : `nothing is at ${Math.round(again.x)}, ${Math.round(again.y)}: it lies outside of the view` }
}

function isHit({ x, y }: { x: number; y: number }, element: Element): boolean {
  const hit = elementAt(x, y)
  return !!hit && reaches(hit, element)
}

async function restingPoint(element: Element): Promise<Point> {
  const before = boxOf(element)
  await frame()
  await frame()
  const box = boxOf(element)
  if (Math.abs(box.x - before.x) > 0.5 || Math.abs(box.y - before.y) > 0.5) return { problem: 'it is moving' }
  if (box.width === 0 || box.height === 0) return { problem: 'it has no size' }
  return {
    x: (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
    y: (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
  }
}
