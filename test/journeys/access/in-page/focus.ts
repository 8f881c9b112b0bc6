import { activeElement, ancestors, elementAt } from '../../driver/in-page/flat-tree.ts'
import { controlsIn } from './controls.ts'
import { isUnseen, layerOf, nickname } from './room.ts'

const isStop = (control: HTMLElement, modal: Element | undefined) =>
  control.tabIndex >= 0 && !(control as HTMLButtonElement).disabled && (!modal || layerOf(control) === modal)

/** What shows the focus: the control, or the label around one that is there for a screen reader alone. */
const around = (control: HTMLElement): Element[] =>
  [control, ...[...ancestors(control)].slice(0, 3), ...[...((control as HTMLInputElement).labels ?? [])], ...(control.nextElementSibling ? [control.nextElementSibling] : [])]

const hasRing = (element: Element): boolean => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
}

function isCovered(shown: Element): boolean {
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]] as const
  return !places.some(([x, y]) => {
    const hit = elementAt(left + (right - left) * x, top + (bottom - top) * y)
    return hit && (hit === shown || [...ancestors(hit)].includes(shown) || [...ancestors(shown)].includes(hit))
  })
}

/** Controls whose focus cannot be seen, or that lie under something else while they have it (2.4.7, 2.4.11). */
export function hiddenFocus(within: string): string[] {
  const before = activeElement() as HTMLElement | null
  const controls = controlsIn(within)
  const modal = controls.map(layerOf).find(layer => layer?.matches(':modal'))
  const amiss = controls.filter(control => isStop(control, modal)).flatMap(control => {
    // What a mouse has pressed does not show its focus, until it comes another way.
    if (activeElement() === control) control.blur()
    control.focus({ focusVisible: true } as FocusOptions)
    if (activeElement() !== control) return []
    // The browser does so itself; not every one at once.
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const ring = around(control).find(each => hasRing(each) && !isUnseen(each) && each.getBoundingClientRect().width > 1)
    if (!ring) return [`the focus on ${nickname(control)} is not seen`]
    const shown = isUnseen(control) || control.getBoundingClientRect().width <= 1 ? ring : control
    if (getComputedStyle(shown).pointerEvents === 'none') return []
    return isCovered(shown) ? [`${nickname(control)} is covered while it has the focus`] : []
  })
  before?.focus({ preventScroll: true })
  return amiss
}
