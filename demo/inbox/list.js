// @ts-check
import { listIssues } from './api.js'
import { byId, el, say } from './dom.js'
import { line, lineState } from './list-line.js'
import { showTicked } from './ticked.js'
import { kinds, rungName, statuses, topicName } from './words.js'

const list = byId('list')
const filters = /** @type {HTMLFormElement} */ (byId('filters'))
const more = byId('more')

/** @type {any[]} */
let shown = []
let drawn = ''
/** @type {string | undefined} */
let next
let asked = 0

function filter() {
  const query = new URLSearchParams({ limit: '50' })
  for (const [name, value] of new FormData(filters)) if (value) query.set(name, String(value))
  return query
}

const audience = () => String(new FormData(filters).get('audience') ?? '')

/** Marks the open issue in the list. @param {string} id */
export function markCurrent(id) {
  for (const link of list.querySelectorAll('a')) {
    if (link.dataset['id'] === id) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

const currentId = () => list.querySelector('[aria-current]')?.getAttribute('data-id') ?? (location.hash.startsWith('#/') ? decodeURIComponent(location.hash.slice(2)) : '')

function draw() {
  const now = JSON.stringify([shown, shown.map(issue => lineState(issue, audience()))])
  if (now === drawn) return
  drawn = now
  const held = list.contains(document.activeElement) ? document.activeElement : undefined
  const [focused, box] = [held?.getAttribute('data-id'), held?.id]
  const current = currentId()
  list.replaceChildren(...shown.map(issue => line(issue, audience())))
  markCurrent(current)
  const again = focused ? list.querySelector(`[data-id="${CSS.escape(focused)}"]`) : box ? byId(box) : undefined
  if (again) /** @type {HTMLElement} */ (again).focus({ preventScroll: true })
}

/** @param {string} id @param {Map<string, string>} names @param {Record<string, number>} counts @param {string} all */
function fillSelect(id, names, counts, all) {
  const select = /** @type {HTMLSelectElement} */ (byId(id))
  const wanted = select.value
  const values = [...new Set([...names.keys(), ...Object.keys(counts)])].filter(value => counts[value] || value === wanted)
  const options = [['', all], ...values.map(value => [value, `${names.get(value) ?? topicName(value)} (${counts[value] ?? 0})`])]
  const [now, before] = [JSON.stringify(options), select.dataset['options']]
  // An open list must not change under somebody's hand.
  if (now === before || document.activeElement === select) return
  select.dataset['options'] = now
  select.replaceChildren(...options.map(([value = '', name = '']) => el('option', { value }, name)))
  select.value = wanted
}

/** Asks anew and draws what has changed. `quietly`: by the clock, and only news are announced. */
export async function refreshList(quietly = false) {
  const mine = ++asked
  const query = filter()
  if (quietly) query.set('limit', String(Math.min(200, Math.max(50, shown.length))))
  const answer = await listIssues(query)
  if (mine !== asked) return
  const latest = shown.reduce((latest, { acceptedAt }) => (acceptedAt > latest ? acceptedAt : latest), '')
  const fresh = quietly && latest ? answer.issues.filter((/** @type {any} */ issue) => issue.acceptedAt > latest).length : 0
  shown = answer.issues
  next = answer.next
  fillSelect('kind', kinds, answer.counts.kind, 'All kinds')
  fillSelect('status', statuses, answer.counts.status, 'Any status')
  fillSelect('topic', new Map(), answer.counts.topic, 'All topics')
  fillSelect('audience', new Map(Object.keys(answer.counts.audience).map(name => [name, name])), answer.counts.audience, 'All departments')
  fillSelect('rung', new Map(Object.keys(answer.counts.rung).map(id => [id, rungName(id)])), answer.counts.rung, 'With anybody')
  // Where nothing looks like spam nobody is asked about it, unless it was what they looked for.
  const suspicious = byId('suspicious')
  suspicious.hidden = !answer.counts.suspicious && !query.has('suspicious')
  const [label] = suspicious.getElementsByTagName('span')
  if (label) label.textContent = `Only what may be spam (${answer.counts.suspicious})`
  byId('total').textContent = `${answer.counts.total} in all, ${answer.counts.status.open ?? 0} open, ${answer.counts.late || 'none'} late`
  byId('empty').hidden = shown.length > 0
  byId('empty').textContent = answer.counts.total ? 'Nothing fits these filters.' : 'Nothing has come in yet. Send something from the shop: it appears here within seconds.'
  more.hidden = !next
  draw()
  if (fresh) say(`${fresh} new issue${fresh > 1 ? 's' : ''}.`)
  else if (!quietly && mine > 1) say(`${shown.length}${next ? ' or more' : ''} shown.`)
}

async function showOlder() {
  if (!next) return
  const query = filter()
  query.set('before', next)
  const answer = await listIssues(query)
  const first = answer.issues[0]?.id
  shown = [...shown, ...answer.issues]
  next = answer.next
  more.hidden = !next
  draw()
  if (first) /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${CSS.escape(first)}"]`))?.focus()
}

/** @param {(error: unknown) => void} failed */
export function startList(failed) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const soon = () => (clearTimeout(timer), timer = setTimeout(() => refreshList().catch(failed), 200))
  filters.addEventListener('submit', event => (event.preventDefault(), soon()))
  filters.addEventListener('input', soon)
  more.addEventListener('click', () => void showOlder().catch(failed))
  showTicked()
  list.addEventListener('keydown', event => {
    const links = [...list.querySelectorAll('a')]
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    links[to]?.focus()
  })
}
