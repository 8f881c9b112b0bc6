// @ts-check
import { byId, el } from '../inbox/dom.js'
import { showProblems } from './problems.js'
import { articles } from './sections/articles.js'
import { behaviour } from './sections/behaviour.js'
import { formsPart } from './sections/forms.js'
import { looks } from './sections/looks.js'
import { people } from './sections/people.js'
import { place } from './sections/place.js'
import { words } from './sections/words.js'
import { current, follow } from './store.js'

/**
 * One part of what can be chosen.
 * @typedef {object} Part
 * @property {string} title
 * @property {(recipe: import('./recipe.js').Recipe) => string | undefined} short what is chosen, in a few words
 * @property {() => import('../inbox/dom.js').Child[]} draw
 */

/** Draws all parts, and again whenever something else than the field in use has changed them. @param {import('./lists.js').Lists} lists */
export function drawChoices(lists) {
  const parts = [looks(lists), place(lists), articles(lists), formsPart, people, words(lists), behaviour].map(part => {
    const body = el('div', { class: 'stack' })
    const short = el('span', { class: 'short' })
    const whole = el('details', {}, el('summary', {}, el('span', { class: 'part-name' }, part.title), short, el('span', { class: 'count' })), body)
    const draw = () => body.replaceChildren(.../** @type {Node[]} */ (part.draw().filter(Boolean)))
    return { whole, draw, tell: () => (short.textContent = part.short(current()) ?? '') }
  })
  byId('parts').replaceChildren(...parts.map(({ whole }) => whole))
  const [firstPart] = parts
  if (firstPart && innerWidth >= 960) firstPart.whole.open = true
  const draw = () => {
    const focused = document.activeElement?.id
    for (const part of parts) part.draw()
    showProblems()
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  }
  follow(({ anew }) => {
    if (anew) draw()
    for (const part of parts) part.tell()
  })
  draw()
  for (const part of parts) part.tell()
}
