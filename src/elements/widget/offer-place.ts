// Kept free between the offer and what it stands beside, and the edge of what can be seen, in CSS pixels.
const gap = 12
export const margin = 8
// Whatever can be pressed is larger than this.
const step = 16

const controls =
  'a, button, input, select, textarea, label, summary, iframe, video, audio, [role], [tabindex], [contenteditable], [onclick]'
const things = 'img, svg, picture, canvas, object, embed, hr, progress, meter, table'

export interface Spot { left: number; top: number }

/**
 * Where the offer covers nothing: beside the element in trouble, where that is in view and the place around it is empty,
 * else beside the launcher, where nothing that can be used lies under it. Undefined when there is no such place now.
 */
export function spotFor(box: HTMLElement, element: Element | null, launcher: Element | null, corner: string): Spot | undefined {
  const { offsetWidth: width, offsetHeight: height } = box
  const isInView = ({ left, top }: Spot) =>
    left >= margin && top >= margin && left + width <= document.documentElement.clientWidth - margin && top + height <= innerHeight - margin
  const free = (spot: Spot, isEmpty: (element: Element) => boolean) => isInView(spot) && pointsIn(spot, width, height).every(([x, y]) => {
    const there = innermostAt(x, y)
    return !there || (isEmpty(there) && !said.some(words => words.contains(there)))
  }) && !coversFocus(spot, width, height)

  // What the page says about the field that is wrong, or the one in hand, has to be read.
  const said = [element, document.activeElement].flatMap(wordsFor)
  const nearby = besideLauncher(launcher, corner, width, height)
  const shown = box.style.visibility
  // What is not seen is not hit either.
  box.style.visibility = 'hidden'
  try {
    return (element && isSeen(element) ? besideElement(element, width, height).find(spot => free(spot, isBlank)) : undefined)
      ?? nearby.find(spot => free(spot, isBlank)) ?? nearby.find(spot => free(spot, isNoControl))
  } finally {
    box.style.visibility = shown
  }
}

function wordsFor(field: Element | null): Element[] {
  const ids = ['aria-describedby', 'aria-errormessage'].map(name => field?.getAttribute(name) ?? '').join(' ').split(/\s+/)
  return ids.flatMap(id => (id && document.getElementById(id)) || [])
}

/** Also of what is in a shadow root. */
function innermostAt(x: number, y: number): Element | null {
  let there = document.elementFromPoint(x, y)
  for (;;) {
    const inside = there?.shadowRoot?.elementFromPoint(x, y)
    if (!inside || inside === there) return there
    there = inside
  }
}

function isSeen(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return right > left && bottom > 0 && top < innerHeight && right > 0 && left < document.documentElement.clientWidth
}

/** At its end, at its beginning, under and over it; in the reading direction of the page. */
function besideElement(element: Element, width: number, height: number): Spot[] {
  const { left, top, right, bottom, height: tall } = element.getBoundingClientRect()
  const middle = top + (tall - height) / 2
  const rightToLeft = getComputedStyle(element).direction === 'rtl'
  const sides = [{ left: right + gap, top: middle }, { left: left - gap - width, top: middle }]
  const start = rightToLeft ? right - width : left
  return [...(rightToLeft ? sides.reverse() : sides), { left: start, top: bottom + gap }, { left: start, top: top - gap - height }]
}

/** Over it, or under it where it is above, then at its side; without one in its corner. */
function besideLauncher(launcher: Element | null, corner: string, width: number, height: number): Spot[] {
  const wide = document.documentElement.clientWidth
  const own = launcher?.getBoundingClientRect()
  const isAbove = corner.startsWith('top')
  const isLeft = own?.width ? own.left + own.width / 2 < wide / 2 : corner.endsWith('start') !== (getComputedStyle(document.documentElement).direction === 'rtl')
  const { left, right, top, bottom } = own?.width ? own : { left: 20, right: wide - 20, top: isAbove ? 20 : innerHeight - 20, bottom: isAbove ? 20 : innerHeight - 20 }
  const aligned = Math.max(margin, Math.min(isLeft ? left : right - width, wide - margin - width))
  const level = isAbove ? top : bottom - height
  const away = isAbove ? bottom + gap : top - gap - height
  // Further along the edge, if need be, the nearest first.
  const along = [...Array(Math.floor(innerHeight / step)).keys()].map(index => ({ left: aligned, top: away + (isAbove ? 1 : -1) * step * (index + 1) }))
  return [
    { left: aligned, top: away },
    { left: isLeft ? right + gap : left - gap - width, top: level },
    // On the other side of the same edge.
    { left: isLeft ? wide - 20 - width : 20, top: level },
    ...along,
  ]
}

function pointsIn({ left, top }: Spot, width: number, height: number): [number, number][] {
  const along = (from: number, length: number) =>
    [...Array(Math.ceil(length / step) + 1).keys()].map(index => from + Math.min(index * step, length - 1))
  return along(left, width).flatMap(x => along(top, height).map((y): [number, number] => [x, y]))
}

const isNoControl = (element: Element) => !element.closest(controls) && getComputedStyle(element).cursor !== 'pointer'

/** No control, no picture, no words. */
const isBlank = (element: Element) =>
  isNoControl(element) && !element.closest(things) && ![...element.childNodes].some(node => node instanceof Text && node.data.trim())

function coversFocus({ left, top }: Spot, width: number, height: number): boolean {
  const { activeElement: active } = document
  if (!active || active === document.body) return false
  const other = active.getBoundingClientRect()
  return active.localName !== 'earshot-widget' && other.width > 0 && left < other.right && left + width > other.left && top < other.bottom && top + height > other.top
}
