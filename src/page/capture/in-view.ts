import { sizeOf } from './provider.ts'
import { shownIn } from './everything.ts'

/** What may be left out of a drawing of the view without moving the rest: what begins below it and holds nothing that is in it. */
export function belowView(view: Window, all: readonly Element[]): (element: Element) => boolean {
  const { height } = sizeOf(view)
  const needed = new Set<Element>()
  for (const element of all) {
    const { top, bottom, width, height: own } = element.getBoundingClientRect()
    // Without a box of its own it may still be what its children hang on.
    if (top >= height || bottom <= 0 || !width || !own) continue
    for (let at: Element | null = element; at && !needed.has(at); at = shownIn(at)) needed.add(at)
  }
  return element => !needed.has(element) && element.getBoundingClientRect().top >= height
}
