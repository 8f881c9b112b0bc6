import { standIn } from './stand-in.ts'
import { inTopLayer } from './top-layer.ts'

/** An element that is being copied, with the places among its children where something was left out. */
interface Underway {
  readonly element: Element
  children: number
  readonly gaps: { readonly at: number; readonly box: HTMLElement }[]
}

/** A copy that belongs into the top layer, with the colour of what it dims. */
interface Raised { readonly copy: HTMLElement; readonly backdrop: string }

/**
 * Follows the library while it copies the page, parent by parent, and mends what a copy by computed styles alone gets wrong:
 * what was left out keeps its room, what is scrolled stays scrolled, dialogs stay on top.
 */
export class Copies {
  readonly #view: Window
  readonly #isLeftOut: (element: Element) => boolean
  readonly #underway: Underway[]
  readonly #raised: Raised[] = []

  constructor(view: Window, isLeftOut: (element: Element) => boolean) {
    this.#view = view
    this.#isLeftOut = isLeftOut
    this.#underway = [begin(view.document.documentElement)]
  }

  /** Whether the node is to be copied; called in the order of the page, parents first. */
  take(node: Node): boolean {
    const parent = this.#underway.at(-1)
    if (!(node instanceof Element)) {
      if (parent) parent.children++
      return true
    }
    if (this.#isLeftOut(node)) {
      if (parent && node.checkVisibility()) parent.gaps.push({ at: parent.children, box: standIn(node) })
      return false
    }
    if (parent) {
      if (isStuck(node)) parent.gaps.push({ at: parent.children, box: standIn(node) })
      parent.children++
    }
    this.#underway.push(begin(node))
    return true
  }

  /** The copy of the element that was taken last and is whole now. */
  made(node: Node) {
    const { element, gaps } = this.#underway.pop() ?? {}
    if (!element || !(node instanceof HTMLElement) || !(element instanceof HTMLElement)) return
    for (const { at, box } of gaps!.reverse()) node.insertBefore(box, node.childNodes[at] ?? null)
    if (element === this.#view.document.body) node.style.overflow = 'visible'
    else if (element !== this.#view.document.documentElement) scroll(element, node)
    if (isStuck(element)) fix(element, node)
    if (inTopLayer(element)) {
      fix(element, node)
      this.#raised.push({ copy: node, backdrop: getComputedStyle(element, '::backdrop').backgroundColor })
    }
  }

  /** Puts on top what is on top, in the order of the page: that in which they were opened is known to the browser alone. */
  finish(root: HTMLElement) {
    for (const { copy, backdrop } of this.#raised) {
      copy.style.zIndex = '2147483647'
      root.append(veil(root, backdrop), copy)
    }
    root.append(veil(root, trace))
  }
}

/** Seen by nobody, and yet there: where it is missing, nothing was painted at all. */
const trace = 'rgb(0 0 0 / 0.005)'

function veil({ ownerDocument }: HTMLElement, background: string): HTMLElement {
  const layer = ownerDocument.createElement('div')
  Object.assign(layer.style, { position: 'fixed', left: '0', top: '0', width: '100%', height: '100%', background, zIndex: '2147483647' })
  return layer
}

const begin = (element: Element): Underway => ({ element, children: 0, gaps: [] })

/** Held by the edge of the window, away from where it would be. */
function isStuck(element: Element): boolean {
  const { position, top, bottom } = getComputedStyle(element)
  if (position !== 'sticky') return false
  const { top: from, bottom: to } = element.getBoundingClientRect()
  const { clientHeight } = element.ownerDocument.documentElement
  return Math.abs(from - parseFloat(top)) < 1 || Math.abs(clientHeight - to - parseFloat(bottom)) < 1
}

function fix(element: HTMLElement, copy: HTMLElement) {
  const { left, top, width, height } = element.getBoundingClientRect()
  Object.assign(copy.style, {
    position: 'fixed', margin: '0', inset: 'auto', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
    maxWidth: 'none', maxHeight: 'none', boxSizing: 'border-box', transform: 'none', translate: 'none',
  })
}

function scroll({ scrollLeft, scrollTop }: Element, copy: HTMLElement) {
  if (!scrollLeft && !scrollTop) return
  for (const child of copy.children) if (child instanceof HTMLElement) child.style.translate = `${-scrollLeft}px ${-scrollTop}px`
}
