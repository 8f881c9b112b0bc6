import { covers, grown, overlap, without, type Box } from './box.ts'
import { everything, nearest, shownIn } from './everything.ts'
import { isMasked } from './masked.ts'
import { sizeOf } from './provider.ts'
import { inTopLayer } from './top-layer.ts'

export interface Masks {
  /** What must not be in the picture. */
  readonly elements: ReadonlySet<Element>
  /** Where it is seen now. */
  readonly boxes: readonly Box[]
}

/** What focus rings and shadows of a field take around it. */
const margin = 2

/** Finds what is private, in open shadow roots too. Afresh each time: pages move. Covers rather too much than too little. */
export function masksIn(view: Window): Masks {
  const { width, height } = sizeOf(view)
  const whole: Box = { left: 0, top: 0, right: width, bottom: height }
  const all = everything(view.document)
  const elements = new Set(all.filter(isMasked))
  const roofs = all.filter(isRoof)
  const boxes: Box[] = []
  for (const element of elements) {
    const roof = nearest(element, inTopLayer)
    // What lies under a dialog cannot be seen, so nothing is painted over the dialog.
    const above = roof ? [] : roofs.map(solidPart)
    for (const box of partsOf(element, whole)) {
      boxes.push(...above.reduce<readonly Box[]>((left, hole) => left.flatMap(part => without(part, hole)), [box]))
    }
  }
  return { elements, boxes: boxes.filter((box, i) => !boxes.some((other, j) => i !== j && covers(other, box) && (j < i || !covers(box, other)))) }
}

/** The element, its text and everything in it, as far as they can be seen. */
function partsOf(element: Element, whole: Box): Box[] {
  const found: Box[] = []
  const add = (box: Box, at: Element) => {
    const seen = overlap(grown(box, margin), clipOf(at, whole))
    if (seen && box.right > box.left && box.bottom > box.top) found.push(seen)
  }
  for (const each of [element, ...everything(element), ...(element.shadowRoot ? everything(element.shadowRoot) : [])]) {
    if (!each.checkVisibility({ visibilityProperty: true })) continue
    add(each.getBoundingClientRect(), each)
    // Text may stand out of its element.
    const range = each.ownerDocument.createRange()
    range.selectNodeContents(each)
    add(range.getBoundingClientRect(), each)
  }
  return found
}

/** What the parents that scroll or cut leave of an element. What is placed freely may be outside of them. */
function clipOf(element: Element, whole: Box): Box {
  let clip = whole
  let free = isFree(element)
  for (let at = shownIn(element); at && at !== at.ownerDocument.documentElement && !free; at = shownIn(at)) {
    const { overflow, display } = getComputedStyle(at)
    // The body's is the window's.
    if (overflow !== 'visible' && display !== 'inline' && display !== 'contents' && at !== at.ownerDocument.body) {
      clip = overlap(clip, at.getBoundingClientRect()) ?? nowhere
    }
    free = isFree(at)
  }
  return clip
}

const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 }
const isFree = (element: Element) => /absolute|fixed/.test(getComputedStyle(element).position)

/** Above everything else, and not to be seen through. */
function isRoof(element: Element): boolean {
  if (!inTopLayer(element)) return false
  const { backgroundColor, opacity } = getComputedStyle(element)
  return opacity === '1' && /^(?!rgba)[^/]+$/.test(backgroundColor) && backgroundColor !== 'transparent'
}

/** Without its round corners. */
function solidPart(element: Element): Box {
  return grown(element.getBoundingClientRect(), -0.3 * (parseFloat(getComputedStyle(element).borderTopLeftRadius) || 0) - 1)
}
