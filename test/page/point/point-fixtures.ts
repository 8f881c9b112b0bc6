import { sendMouse } from '@web/test-runner-commands'
import type { PointWords } from '../../../src/page/point/bar.ts'
import type { Picked } from '../../../src/page/point/describe.ts'
import { pickElement, type PickOptions } from '../../../src/page/point/pick-element.ts'
import { find } from '../../elements/find.ts'

export const words: PointWords = {
  title: 'Show us where', how: 'Click it.', keys: 'Or use the arrow keys.', previous: 'Previous part', next: 'Next part', around: 'Around it',
  take: 'Take this', cancel: 'Cancel', nothing: 'Nothing is marked', wordless: 'Without words',
  named: (role, text) => `${role}: ${text}`,
  roles: { button: 'Button', link: 'Link', heading: 'Heading', picture: 'Picture', field: 'Field' },
}

const open = new Set<AbortController>()

/** Ends what a failed test left open: it would take the next one's clicks. */
export function endAll() {
  for (const controller of open) controller.abort()
  open.clear()
}

/** The picker, open; `told` is what it calls the marked part. */
export async function pointing(options: PickOptions = {}) {
  const controller = new AbortController()
  open.add(controller)
  const picking = pickElement(words, { signal: controller.signal, ...options })
  const bar = await find(document.documentElement, 'dialog', 'Show us where')
  const outline = () => bar.parentNode!.querySelector<HTMLElement>('.outline')!
  return {
    picking,
    bar,
    button: (name: string) => find(bar, 'button', name),
    told: () => bar.querySelector('[role=status]')!.textContent,
    outline,
    end: () => controller.abort(),
  }
}

export const click = (element: Element) => sendMouse({ type: 'click', position: middleOf(element) })
export const move = (element: Element) => sendMouse({ type: 'move', position: middleOf(element) })

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  return [Math.round(left + width / 2), Math.round(top + height / 2)]
}

export const isGone = () => !document.querySelector('earshot-pointer') && document.adoptedStyleSheets.length === 0

/** Whether the picked is what is at `selector`. */
export const leadsTo = (picked: Picked | undefined, selector: string) => picked?.selector !== undefined && document.querySelector(picked.selector) === document.querySelector(selector)
