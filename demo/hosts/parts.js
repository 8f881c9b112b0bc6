/** What is in every dialog of these pages, for those that are written as HTML. */
export const inside = `
  <h2 id="order">Your order</h2>
  <label>Note <textarea id="note"></textarea></label>
  <button type="button" id="save">Save</button>
  <button type="button" id="done">Done</button>`

export const part = id => document.getElementById(id)

/** Lays a piece of HTML at the end of the page. */
export function lay(html) {
  const [element] = new DOMParser().parseFromString(html, 'text/html').body.children
  document.body.append(element)
  return element
}

/** How the page itself opens and closes its dialog: by its buttons, and by itself. */
export function doors(open, close) {
  part('edit')?.addEventListener('click', open)
  part('done')?.addEventListener('click', close)
  globalThis.host = { open, close }
}
