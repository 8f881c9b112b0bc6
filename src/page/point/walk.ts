import { shownIn } from '../capture/everything.ts'
import { isLeftAlone } from '../left-alone.ts'
import { roleOf } from './describe.ts'

// Something of its own, even where it has no words.
const things = 'img, picture, video, audio, canvas, svg, iframe, object, embed, table, fieldset, dl, progress, meter, details, [role]'

const partsOf = (element: Element): readonly Element[] => {
  if (element.matches('button, select, textarea, svg, video, [role=button]')) return []
  const assigned = element instanceof HTMLSlotElement ? element.assignedElements() : []
  return assigned.length ? assigned : [...(element.shadowRoot ?? element).children]
}

/** Neither ours nor left alone, and nothing it is shown in is. */
export function mayBePicked(element: Element): boolean {
  for (let at: Element | null = element; at; at = shownIn(at)) if (isLeftAlone(at)) return false
  return !element.matches('html, body, head, head *')
}

export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** Worth a stop: it says or is something. */
const isStop = (element: Element): boolean =>
  (!!roleOf(element) || element.matches(things) || [...element.childNodes].some(node => node instanceof Text && !!node.data.trim())) &&
  !element.matches('body, dialog, script, style, template, noscript, slot') && isSeen(element)

const isShut = (element: Element) => isLeftAlone(element) || element.hasAttribute('inert') || !element.checkVisibility()

function* forward(element: Element, root: Element): Generator<Element> {
  if (!isShut(element)) {
    for (const part of partsOf(element)) {
      yield part
      yield* forward(part, root)
    }
  }
}

/** All that may be stopped at within `root`, in the order one reads it, shadow roots included. */
function* stops(root: Element): Generator<Element> {
  for (const element of forward(root, root)) if (!isShut(element) && isStop(element)) yield element
}

/** The next stop after `from`, or the one before it; around the end. Without `from` the first that is in the view. */
export function step(root: Element, from: Element | undefined, by: 1 | -1): Element | undefined {
  const all = [...stops(root)]
  if (!from) return all.find(element => element.getBoundingClientRect().bottom > 0) ?? all[0]
  const at = all.indexOf(from)
  // What was pointed at may be no stop: then from the one that stands before it.
  const before = at >= 0 ? at : all.findLastIndex(element => element.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING)
  const next = at >= 0 || by > 0 ? before + by : before
  return all[(next + all.length) % all.length]
}

/** What it is shown in, as long as that may be picked and is larger. */
export function around(element: Element): Element | undefined {
  const own = element.getBoundingClientRect()
  for (let at = shownIn(element); at; at = shownIn(at)) {
    if (!mayBePicked(at) || at.matches('dialog')) return undefined
    const { width, height } = at.getBoundingClientRect()
    if (width > own.width || height > own.height) return at
  }
  return undefined
}

/** The first in it that can be seen. */
export const inside = (element: Element): Element | undefined => partsOf(element).find(part => mayBePicked(part) && isSeen(part))
