import { html } from 'lit'
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

/** The element of a view; `waiting` is its fallback until it is defined. */
export function viewTemplate(view: View, desk: Desk, waiting: string) {
  const fallback = html`<p class="quiet">${waiting}</p>`
  switch (view.name) {
    case 'home':
    case 'results':
      return html`<earshot-help .embedded=${true} .desk=${desk}>${fallback}</earshot-help>`
    case 'article':
      return html`<earshot-article .embedded=${true} .desk=${desk} article=${view.id}>${fallback}</earshot-article>`
    case 'form':
      return html`<earshot-feedback .embedded=${true} .desk=${desk} form=${view.form}>${fallback}</earshot-feedback>`
    case 'receipt':
      return html`<earshot-receipt .embedded=${true} .desk=${desk} issue=${view.id}>${fallback}</earshot-receipt>`
    case 'people':
      return html`<earshot-people .embedded=${true} .desk=${desk}>${fallback}</earshot-people>`
    case 'requests':
      return html`<earshot-requests .embedded=${true} .desk=${desk}>${fallback}</earshot-requests>`
    case 'request':
      return html`<earshot-requests .embedded=${true} .desk=${desk} .request=${view.id}>${fallback}</earshot-requests>`
  }
}

/** A different view for the eye and for focus: while somebody types, home and results are the same. */
export const placeOf = (view: View) => tagOf[view.name] + ('id' in view ? view.id : 'form' in view ? view.form : '')
