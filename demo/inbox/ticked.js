// @ts-check
import { byId, say } from './dom.js'

/** The issues that are ticked, by id, with what they are called. @type {Map<string, string>} */
export const ticked = new Map()

export function showTicked() {
  const bar = byId('ticked')
  bar.hidden = ticked.size === 0
  byId('ticked-count').textContent = `${ticked.size} ticked`
}

/** @param {string} id @param {string} name @param {boolean} on */
export function tick(id, name, on) {
  if (on) ticked.set(id, name)
  else ticked.delete(id)
  showTicked()
  say(`${ticked.size} ticked.`)
}

byId('untick').addEventListener('click', () => {
  clearTicked()
  say('Nothing is ticked.')
  byId('list').querySelector('a')?.focus()
})

/** Nothing is ticked any more, in the list too. */
export function clearTicked() {
  ticked.clear()
  for (const box of document.querySelectorAll('.tick input')) /** @type {HTMLInputElement} */ (box).checked = false
  showTicked()
}
