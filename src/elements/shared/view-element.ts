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

// Which property of its element is told what a view is about.
const properties: { [name in View['name']]?: string } = { article: 'article', form: 'form', receipt: 'issue', request: 'request' }

const aboutOf = (view: View) => ('id' in view ? view.id : 'form' in view ? view.form : '')

/**
 * The element of a view, to be rendered as it is. It may be undefined yet: what is set here is taken over when it arrives,
 * and until then it shows `waiting`, as its fallback.
 */
export function viewElement(view: View, desk: Desk, more: { embedded?: boolean; go?: (view: View) => void }, waiting: string): HTMLElement {
  const element = document.createElement(tagOf[view.name])
  const property = properties[view.name]
  return Object.assign(element, { desk, textContent: waiting, ...more }, property && { [property]: aboutOf(view) })
}

/** One place for the eye and for focus: while somebody types, home and results are the same. */
export const placeOf = (view: View) => tagOf[view.name] + aboutOf(view)
