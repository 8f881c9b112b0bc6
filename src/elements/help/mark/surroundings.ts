import type { Box, Scene } from './spot-for.ts'

// Enough for a form or a table; the spot is then good, not perfect.
const most = 500
const few = 150
const solid = 'img, svg, video, canvas, iframe, input, select, textarea, button, earshot-help'

/** What is around an element, measured in the window. */
export const surroundings = { of, around }

function of(target: Element, mark: Element): Scene & { shown: boolean } {
  const box = target.getBoundingClientRect()
  const label = [...((target as HTMLInputElement).labels ?? [])].find(label => label.checkVisibility?.({ visibilityProperty: true }))
  const isField = target.matches('input, select, textarea')
  const inline = getComputedStyle(target).display.startsWith('inline')
  const words = isField ? label : inline || target.matches('img, svg, button') ? undefined : target
  const lines = words ? linesOf(words, mark) : []
  const bounds = boundsOf(target, mark)
  const near = nearBy(target)
  return {
    box: inline ? (lastOf([...target.getClientRects()]) ?? box) : box,
    line: lastOf(lines),
    bounds,
    taken: takenIn(near, target, mark),
    rtl: getComputedStyle(target).direction === 'rtl',
    shown: box.width > 0 && box.height > 0 && box.right > bounds.left && box.left < bounds.right && box.bottom > bounds.top && box.top < bounds.bottom
      && target.checkVisibility?.({ visibilityProperty: true }) !== false,
  }
}

/** How things lie around it, to see whether they still lie so. */
function around(target: Element): number[] {
  const parent = target.parentElement
  const things = [target, ...target.children, parent, target.previousElementSibling, ...followers(target)]
  return things.flatMap(thing => {
    const box = thing?.localName === 'earshot-help' ? undefined : thing?.getBoundingClientRect()
    return box ? [box.left, box.top, box.width, box.height].map(Math.round) : []
  })
}

function followers(target: Element): Element[] {
  const found: Element[] = []
  for (let next = target.nextElementSibling; next && found.length < 3; next = next.nextElementSibling) {
    if (next.localName !== 'earshot-help') found.push(next)
  }
  return found
}

/** At least two floors up, so that the neighbours of its label or its cell are seen, and on while there is not much there. */
function nearBy(target: Element): Node {
  const root = target.getRootNode()
  let near: Node = target
  for (let floor = 0; near !== root && near.parentNode; floor++) {
    const above = near.parentNode as ParentNode
    if (floor > 1 && above.querySelectorAll('*').length > few) break
    near = above
  }
  return near
}

/** What the page shows of its place: to the left and right the window, and whatever cuts off or scrolls on the way there. */
function boundsOf(target: Element, mark: Element): Box {
  const { clientWidth } = document.documentElement
  let [left, top, right, bottom] = [0, -scrollY, clientWidth, Infinity]
  for (let node: Node | null = mark.parentNode; node && node !== document.body; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element) || (node === target && node.matches('td, th'))) continue
    const { overflowX, overflowY } = getComputedStyle(node)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const box = node.getBoundingClientRect()
    left = Math.max(left, box.left)
    right = Math.min(right, box.right)
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  return { left, top, right, bottom }
}

function takenIn(near: Node, target: Element, mark: Element): Box[] {
  const found: Box[] = []
  const walker = document.createTreeWalker(near, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(), count = 0; node && count < most; node = walker.nextNode(), count++) {
    if (node === mark || (node === target && !(node instanceof Text))) continue
    if (node instanceof Text) found.push(...rectsOf(node))
    else if ((node as Element).matches(solid)) found.push((node as Element).getBoundingClientRect())
  }
  return found.filter(({ left, right }) => right > left)
}

function linesOf(element: Element, mark: Element): DOMRect[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: DOMRect[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!mark.contains(node)) found.push(...rectsOf(node as Text))
  return found
}

function rectsOf(text: Text): DOMRect[] {
  if (!text.data.trim()) return []
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()]
}

const lastOf = <T>(list: readonly T[]): T | undefined => list.at(-1)
