import { ancestors, descendants, flatChildren, isThere } from '../../driver/in-page/flat-tree.ts'
import { everythingIn, isUnseen, layerOf, nickname } from './room.ts'

interface Piece { readonly element: Element; readonly text: string; readonly lines: readonly DOMRect[] }

// Both end where their lines do, and whoever presses them reads the whole.
const mayEnd = '.excerpt, .matches button'
// What has two dimensions by nature is walked through sideways, and by keyboard (1.4.10).
const mayScroll = 'pre, .table, table, [part=table], [part=code]'

/** What is written there, line by line. */
function piecesIn(within: string): Piece[] {
  return everythingIn(within).flatMap(element => {
    if (element.matches('select, option, textarea, script, style, slot') || element.closest('svg')) return []
    return flatChildren(element).flatMap(node => {
      if (!(node instanceof Text) || !node.data.trim() || isUnseen(element)) return []
      const range = document.createRange()
      range.selectNodeContents(node)
      return [{ element, text: node.data.trim().replace(/\s+/g, ' ').slice(0, 40), lines: [...range.getClientRects()].filter(({ width }) => width > 0) }]
    })
  })
}

const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

// A line's box is higher than its letters: what counts is where those are.
const letters = ({ left, right, top, bottom, height }: DOMRect) => ({ left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 })

function isCut({ element, lines }: Piece): boolean {
  let free = { x: true, y: true }
  for (const box of [element, ...ancestors(element)]) {
    const { overflowX, overflowY, position } = getComputedStyle(box)
    const { left, right, top, bottom } = box.getBoundingClientRect()
    for (const line of lines.map(letters)) {
      if (free.x && hides(overflowX) && (line.left < left - 1.5 || line.right > right + 1.5)) return true
      if (free.y && hides(overflowY) && (line.top < top - 1.5 || line.bottom > bottom + 1.5)) return true
    }
    free = { x: free.x && !scrolls(overflowX), y: free.y && !scrolls(overflowY) }
    if (position === 'fixed') break
  }
  return free.x && lines.some(({ left, right }) => left < -1.5 || right > innerWidth + 1.5)
}

/** Text of a button that runs out of it. */
const isSpilt = ({ element, lines }: Piece): boolean => {
  const button = element.closest('button, .button, .tool, .choice')
  if (!button) return false
  const { left, right, top, bottom } = button.getBoundingClientRect()
  return lines.map(letters).some(line => line.left < left - 1.5 || line.right > right + 1.5 || line.top < top - 1.5 || line.bottom > bottom + 1.5)
}

/** Sentences of which a part cannot be seen, nor scrolled to. */
export const cutTexts = (within: string): string[] =>
  piecesIn(within).filter(piece => !piece.element.closest(mayEnd) && (isCut(piece) || isSpilt(piece))).map(({ element, text }) => `“${text}” in ${nickname(element)} is cut off`)

/** The lines of a piece as far as they can be seen through what scrolls. */
function seenLines({ element, lines }: Piece): { left: number; right: number; top: number; bottom: number }[] {
  let seen = lines.map(letters)
  for (const box of [element, ...ancestors(element)]) {
    const { overflowX, overflowY } = getComputedStyle(box)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const { left, right, top, bottom } = box.getBoundingClientRect()
    seen = seen.map(line => ({ left: Math.max(line.left, left), right: Math.min(line.right, right), top: Math.max(line.top, top), bottom: Math.min(line.bottom, bottom) }))
  }
  return seen.filter(line => line.right - line.left > 2 && line.bottom - line.top > 2)
}

/** Sentences that lie on one another. */
export function overlaidTexts(within: string): string[] {
  const pieces = piecesIn(within).map(piece => ({ ...piece, seen: seenLines(piece), layer: layerOf(piece.element) }))
  return pieces.flatMap((one, index) => pieces.slice(index + 1).flatMap(other => {
    // A line of code is drawn under the button that copies it, and scrolled out from there.
    if (one.layer !== other.layer || (one.element.closest('.code') && one.element.closest('.code') === other.element.closest('.code'))) return []
    const meet = one.seen.some(a => other.seen.some(b =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2))
    return meet ? [`“${one.text}” and “${other.text}” overlap`] : []
  }))
}

/** What has to be scrolled sideways to be read. */
export function sidewaysScrolls(within: string): string[] {
  const page = document.documentElement
  const wide = everythingIn(within).filter(element => {
    if (element.matches('input, textarea, select') || element.scrollWidth <= element.clientWidth + 1) return false
    return scrolls(getComputedStyle(element).overflowX) && !element.matches(mayScroll) && ![...descendants(element)].some(each => each.matches(mayScroll) && isThere(each))
  })
  return [
    ...wide.map(element => `${nickname(element)} scrolls sideways, ${element.scrollWidth} in ${element.clientWidth}`),
    ...(page.scrollWidth > page.clientWidth + 1 ? [`the page scrolls sideways, ${page.scrollWidth} in ${page.clientWidth}`] : []),
  ]
}

/** Everything that is written there, sentence by sentence. */
export const writtenIn = (within: string): string[] => everythingIn(within).flatMap(element =>
  element.closest('svg, script, style') ? [] : flatChildren(element).flatMap(node => (node instanceof Text && node.data.trim() ? node.data.trim().replace(/\s+/g, ' ') : [])))
