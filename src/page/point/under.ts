import { nearest } from '../capture/everything.ts'
import { mayBePicked } from './walk.ts'

// What is in them belongs to them.
const controls = 'button, a[href], summary, label, option, select, input, textarea, [role=button], [role=link]'
const pictures = 'svg, video, picture'

/** Takes no pointer from us: what is another page, or is switched off. Made transparent to the pointer while somebody points. */
export const deaf = ':is(iframe, object, embed, :is(button, input, select, textarea):disabled)'

/** What somebody means who points there: the button, not the word in it; the frame, not what lies behind. */
export function under(event: MouseEvent): Element | undefined {
  const [target] = event.composedPath()
  if (!(target instanceof Element)) return undefined
  const found = deafAt(target, event.clientX, event.clientY) ?? nearest(target, at => at.matches(controls)) ?? nearest(target, at => at.matches(pictures)) ?? target
  return mayBePicked(found) ? found : undefined
}

function deafAt(target: Element, x: number, y: number): Element | undefined {
  return [...target.querySelectorAll(deaf)].findLast(element => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return x >= left && x < right && y >= top && y < bottom && element.checkVisibility({ visibilityProperty: true })
  })
}
