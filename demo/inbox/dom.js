// @ts-check

/** @typedef {Node | string | false | null | undefined} Child */

/**
 * An element with attributes and children. Strings become text, never markup; `on…` adds a listener;
 * `false` and `undefined` leave an attribute or a child out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: any) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value))
  }
  element.append(...children.filter(child => child !== false && child !== null && child !== undefined).map(child => /** @type {Node | string} */ (child)))
  return element
}

/** @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id))

/** Tells a screen reader, and the eye, what has become of something. @param {string} sentence */
export function say(sentence) {
  byId('said').textContent = sentence
}

/** A moment, short for the eye and exact for the machine. @param {string} iso @param {string} [className] */
export function moment(iso, className) {
  const date = new Date(iso)
  const today = date.toDateString() === new Date().toDateString()
  const text = Number.isNaN(date.getTime()) ? iso : date.toLocaleString('en-GB', today
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return el('time', { datetime: iso, class: className }, text)
}
