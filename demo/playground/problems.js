// @ts-check
import { byId, el } from '../inbox/dom.js'

/** @typedef {import('./check.js').Problem} Problem */

const pathOf = (/** @type {Problem} */ { code, path }) => path ?? (code === 'transport/no-endpoint' ? '/endpoint' : '')
const belongs = (/** @type {string} */ path, /** @type {string} */ place) => path === place || path.startsWith(`${place}/`)
const line = (/** @type {Problem} */ { code, message }) => el('span', {}, `${message.replace(` [${code}]`, '').replace(/\.$/, '')}. `, el('code', {}, code))

/** @type {readonly Problem[]} */
let last = []

/** Says each problem at the field it belongs to, else at the part, else at the end; and how many there are. @param {readonly Problem[]} [problems] */
export function showProblems(problems = last) {
  last = problems
  const places = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-path]'))]
  for (const place of places) {
    place.replaceChildren()
    place.parentElement?.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid')
  }
  /** @type {Problem[]} */
  const rest = []
  for (const problem of problems) {
    const path = pathOf(problem)
    const [place] = places.filter(({ dataset }) => belongs(path, dataset['path'] ?? '')).sort((a, b) => (b.dataset['path'] ?? '').length - (a.dataset['path'] ?? '').length)
    if (!place) rest.push(problem)
    else {
      place.append(line(problem))
      document.getElementById(place.id.replace(/-problem$/, ''))?.setAttribute('aria-invalid', 'true')
    }
  }
  for (const part of document.querySelectorAll('#parts > details')) {
    const count = part.querySelectorAll('.problem > span').length
    const badge = part.querySelector('.count')
    if (badge) badge.textContent = count ? `${count} to mend` : ''
  }
  byId('rest').replaceChildren(...rest.map(problem => el('li', {}, line(problem))))
  const { length } = problems
  const verdict = length ? `The library has ${length === 1 ? 'one remark' : `${length} remarks`} on these settings.` : 'The library has nothing to say against these settings.'
  const said = byId('verdict')
  if (said.textContent !== verdict) said.textContent = verdict
  said.classList.toggle('wrong', length > 0)
}
