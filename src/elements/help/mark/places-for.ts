type Place = (mark: Element) => void

const after = (element: Element): Place => mark => element.after(mark)
const atEndOf = (element: Element): Place => mark => element.append(mark)

// What has no inside for a button, or whose inside is the name of something: then the mark would become part of that name.
const closed = 'input, select, textarea, button, a[href], label, img, picture, svg, video, audio, canvas, iframe, object, hr, progress, meter, output, math'
const rooms = 'td, th, li, dd, dt, caption, figcaption'
const parts = 'tr, thead, tbody, tfoot, ul, ol, dl, table, details, fieldset'
const interactive = 'input, select, textarea, button, a[href], summary, [tabindex], [contenteditable]'

/**
 * Where in the page the mark of an element may stand, the best first. After a form's field, and the words that belong to it:
 * the Tab key goes from the field to its help. At the end of a cell or an item, where nothing else may stand beside it.
 */
export function placesFor(target: Element): Place[] {
  const outer = aroundOf(target)
  if (outer.matches('input, select, textarea')) return [after(lastOf(outer as HTMLInputElement)), after(outer), ...climb(outer)]
  if (outer.matches('tr, thead, tbody, tfoot')) return [atEndOf([...outer.querySelectorAll('th, td')].at(-1) ?? outer)]
  if (outer.matches('summary')) return [after(outer.parentElement!)]
  if (outer.matches('legend') || outer.matches(closed) || outer.matches(parts)) return [after(outer), ...climb(outer)]
  if (outer.matches(rooms)) return [atEndOf(outer)]
  // A heading's words are its name; for the same reason the mark stands beside it.
  if (outer.matches('h1, h2, h3, h4, h5, h6')) return [after(outer), atEndOf(outer)]
  return outer.shadowRoot || outer.localName.includes('-') ? [after(outer), ...climb(outer)] : [atEndOf(outer), after(outer), ...climb(outer)]
}

/** A button has no place inside a link, a button, a label, a drawing or a text being edited. */
function aroundOf(target: Element): Element {
  const around = target.closest('a[href], button, label, svg, select, summary, [contenteditable]:not([contenteditable="false"])')
  return around && around !== target ? aroundOf(around) : target
}

/** The last of what follows a field and belongs to it: its label, its message. `input:checked + label` goes on to hold. */
function lastOf(field: HTMLInputElement): Element {
  const own = new Set<Element>(field.labels)
  let last: Element = field
  for (let next = field.nextElementSibling; next && (own.has(next) || isMessage(next)); next = next.nextElementSibling) last = next
  return last
}

const isMessage = (element: Element) => element.matches('p, span, small, div, output') && !element.matches(interactive) && !element.querySelector(interactive)

const climb = (element: Element): Place[] => {
  const parent = element.parentElement
  return parent && !parent.matches('body, dialog, form, tr, ul, ol, dl') ? [after(parent)] : []
}
