import type { Desk } from '../../desk/desk.ts'
import type { View } from '../../desk/view.ts'

/** Which element shows a view. Results are home with something in the search box. */
export const tagOf = {
  home: 'earshot-help',
  results: 'earshot-help',
  article: 'earshot-article',
  form: 'earshot-feedback',
  receipt: 'earshot-receipt',
  people: 'earshot-people',
  requests: 'earshot-requests',
  request: 'earshot-requests',
} as const satisfies Record<View['name'], string>

// What a view says, and the property of its element that is told.
const properties = { article: 'article', form: 'form', receipt: 'issue', request: 'request' } as const

/**
 * The element of a view, to be rendered as it is. It may be undefined yet: what is set here is taken over when it arrives,
 * and until then it shows `waiting`, as its fallback.
 */
export function viewElement(view: View, desk: Desk, more: { embedded?: boolean; go?: (view: View) => void }, waiting: string): HTMLElement {
  const element = document.createElement(tagOf[view.name])
  element.textContent = waiting
  const property = properties[view.name as keyof typeof properties]
  return Object.assign(element, { desk, ...more }, property && { [property]: 'form' in view ? view.form : 'id' in view ? view.id : undefined })
}

/** One place for the eye and for focus: while somebody types, home and results are the same. */
export const placeOf = (view: View) => tagOf[view.name] + ('id' in view ? view.id : 'form' in view ? view.form : '')
