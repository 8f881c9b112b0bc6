// @ts-check
import { byId, el } from '../inbox/dom.js'
import { valueAt } from './at-path.js'
import { check } from './check.js'
import { drawChoices } from './choices.js'
import { radios } from './fields.js'
import { startFrame } from './frame.js'
import { fetchLists } from './lists.js'
import { showProblems } from './problems.js'
import { pages } from './recipe.js'
import { change, current, follow, readAddress, startOver } from './store.js'
import { startTaking } from './take.js'

/** @typedef {import('./check.js').Problem} Problem */

/** What the check finds, and what turns out only on the page: each once. @type {{ checked: readonly Problem[], seen: readonly Problem[] }} */
const problems = { checked: [], seen: [] }
function tell() {
  const all = new Map([...problems.seen, ...problems.checked].map(problem => [problem.code + (problem.path ?? ''), problem]))
  showProblems([...all.values()])
}

async function follows() {
  const wrong = await readAddress()
  byId('address-problem').textContent = wrong ?? ''
}

function drawView() {
  const { page, width, dark } = current()
  byId('view').replaceChildren(
    el('div', { class: 'field' }, el('label', { for: 'page' }, 'Seen on'), el('select', { id: 'page', onchange: event => change({ page: event.target.value }, 'page') },
      ...[...pages].map(([value, label]) => el('option', { value, selected: value === page }, label)))),
    radios({ name: 'width', legend: 'Width', value: width, options: [['desktop', 'Desktop'], ['phone', 'Phone']], write: value => change({ width: /** @type {any} */ (value) }, 'width') }),
    radios({ name: 'dark', legend: 'The page is', value: dark ? 'dark' : 'light', options: [['light', 'Light'], ['dark', 'Dark']], write: value => change({ dark: value === 'dark' }, 'dark') }))
}

/** @param {{ issue: object, attachments: object[] }} sent */
function showIssue({ issue, attachments }) {
  byId('issue').textContent = JSON.stringify(issue, null, 2)
  byId('issue-told').textContent = attachments.length ? `This is what your backend would get, with ${attachments.length === 1 ? 'one file' : `${attachments.length} files`}.` : 'This is what your backend would get.'
}

const lists = await fetchLists()
await follows()
drawView()
drawChoices(lists)
startTaking(lists.checksums)
startFrame(showIssue, seen => {
  // What it has to say about the page's own style is not the owner's to mend here.
  problems.seen = seen.filter(({ path }) => !path || valueAt(current().config, path) !== undefined)
  tell()
})

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
const look = () => check(current().config, found => {
  problems.checked = found
  tell()
})
follow(({ anew }) => {
  if (anew) drawView()
  byId('address-problem').textContent = ''
  clearTimeout(timer)
  timer = setTimeout(look, 200)
})
tell()
look()

// The fragment of the address holds the settings: what leads to a part of the page leaves it alone.
document.addEventListener('click', event => {
  const link = /** @type {Element} */ (event.target).closest('a[href^="#"]')
  if (!link) return
  event.preventDefault()
  const part = byId(link.getAttribute('href')?.slice(1) ?? '')
  part.scrollIntoView()
  part.focus({ preventScroll: true })
})
addEventListener('popstate', () => void follows())
byId('start-over').addEventListener('click', startOver)
document.documentElement.classList.add('ready')
