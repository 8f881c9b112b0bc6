import { nameOf, normalize, roleOf } from '../../driver/in-page/queries.ts'
import { textOf } from '../../driver/in-page/flat-tree.ts'
import { everythingIn, isUnseen, nickname } from './room.ts'

const operable = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'

export const controlsIn = (within: string): HTMLElement[] => everythingIn(within).filter(element => element.matches(operable)) as HTMLElement[]

const labelsOf = (control: Element): Element[] => [...((control as Partial<HTMLInputElement>).labels ?? [])]

/** What is pressed: the control, or its label where that is what one sees. */
function targetOf(control: HTMLElement): Element | undefined {
  if (!isUnseen(control) && control.getBoundingClientRect().width > 1) {
    const around = control.closest('label')
    return control.matches('input[type=radio], input[type=checkbox]') && around ? around : control
  }
  return labelsOf(control).find(label => !isUnseen(label)) ?? control.closest('label') ?? undefined
}

/** A link in a sentence is as high as its line (2.5.8, “Inline”). */
const isInSentence = (element: Element): boolean => {
  if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false
  return normalize(element.parentElement!.textContent ?? '').length > normalize(element.textContent ?? '').length
}

/** What takes the focus only to be scrolled is not pressed. */
const isPressed = (control: Element): boolean => !['group', 'region', 'list'].includes(roleOf(control))

/** Controls smaller than `least` CSS pixels, without those that a selector names. */
export function smallTargets(within: string, least: number, without = ':not(*)'): string[] {
  return controlsIn(within).filter(control => isPressed(control) && !control.matches(without)).flatMap(control => {
    const target = targetOf(control)
    if (!target || isInSentence(target)) return []
    const { width, height } = target.getBoundingClientRect()
    return width + 0.01 >= least && height + 0.01 >= least ? [] : [`${nickname(target)} is ${width.toFixed(1)} × ${height.toFixed(1)}`]
  })
}

const plain = (text: string) => normalize(text.replaceAll(/[\u2066-\u2069\u200e\u200f\u00a0]/g, ' ')).toLowerCase()

/** What is written on a control, or beside it as its label. */
function writingOf(control: Element): string {
  if (control.matches('input, select, textarea')) return labelsOf(control).filter(label => !isUnseen(label)).map(label => textOf(label)).join(' ')
  const shown = [...control.querySelectorAll('[aria-hidden=true], select')].map(element => textOf(element))
  return shown.reduce((text, hidden) => text.replace(hidden, ''), textOf(control))
}

/** Controls without a name, and those whose name leaves out what is written on them: who speaks to a browser says what they read (2.5.3). */
export function namesAmiss(within: string): string[] {
  // What can be scrolled through by keyboard has words in it, not on it.
  return controlsIn(within).filter(control => !['group', 'region', 'list', 'application'].includes(roleOf(control)) || !nameOf(control)).flatMap(control => {
    const name = plain(nameOf(control))
    if (!name) return [`${roleOf(control)} ${nickname(control)} has no name`]
    const writing = plain(writingOf(control))
    return name.includes(writing) ? [] : [`${roleOf(control)} reads “${writing}” and is called “${name}”`]
  })
}
