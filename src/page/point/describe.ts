import type { Subject } from '../../core/issue/issue.ts'
import { isSecret } from '../secret.ts'
import { isPersonal, nameOf } from '../words-in.ts'
import { selectorOf } from './selector.ts'

/** What an issue says of an element. */
export type Picked = NonNullable<Subject['element']>

export type Role = 'button' | 'link' | 'heading' | 'picture' | 'field'

// In UTF-16 code units.
const longest = 140

const roles: readonly (readonly [Role, string])[] = [
  ['button', 'button, summary, [role=button], input:is([type=button], [type=submit], [type=reset], [type=image])'],
  ['link', 'a[href], [role=link]'],
  ['heading', 'h1, h2, h3, h4, h5, h6, [role=heading]'],
  ['picture', 'img, svg, picture, video, canvas, [role=img]'],
  ['field', 'input, select, textarea, [role=textbox], [role=combobox], [contenteditable]:not([contenteditable=false i])'],
]

export const roleOf = (element: Element): Role | undefined => roles.find(([, selector]) => element.matches(selector))?.[0]

/** The words one reads on it, or what a field is called; never what was typed, nor anything marked private. At most 140 characters. */
export function textOf(element: Element): string {
  if (isPersonal(element) || isSecret(element)) return ''
  if (element.matches('input:is([type=button], [type=submit], [type=reset])')) return (element as HTMLInputElement).value.slice(0, longest)
  return nameOf(element, longest)
}

/** Where it is and what it says, as it is now; its box relative to the view, in CSS pixels. */
export function describe(element: Element): Picked {
  const { left, top, width, height } = element.getBoundingClientRect()
  const selector = selectorOf(element, isPersonal(element))
  const text = textOf(element)
  return {
    ...(selector && { selector }),
    ...(text && { text }),
    box: [Math.round(left), Math.round(top), Math.round(width), Math.round(height)],
  }
}
