// @ts-check
import { el } from './dom.js'

/** @typedef {import('./dom.js').Child} Child */

/** A titled part of an issue; nothing when it has nothing in it. @param {string} title @param {...Child} children */
export const part = (title, ...children) => children.some(Boolean) && el('section', { class: 'part' }, el('h3', {}, title), ...children)

/** @param {[string, Child][]} rows */
export function facts(rows) {
  const present = rows.filter(([, value]) => value)
  return present.length > 0 && el('dl', { class: 'facts' }, ...present.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))))
}

/** @param {unknown} value @returns {string} */
export const words = value => (typeof value === 'string' ? value : JSON.stringify(value, null, 1) ?? '')

/** @param {string | undefined} text */
export const quote = text => !!text && el('p', { class: 'quote', dir: 'auto' }, text)

/** What the customer did not find in it. @param {any} article */
export const missing = article => (article?.missing ? [', missing: ', el('q', { dir: 'auto' }, words(article.missing))] : [])
